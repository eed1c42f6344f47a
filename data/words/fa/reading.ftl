# Minutes on their way in: what a body's minutes mean, and their review.

## What a person has said of how the minutes of a body are written
reading-columns = معنای ستون
reading-headings = معنای سرخط
reading-seats = نام دیگر عضو
reading-deadlines = معنای مهلت
reading-remark = ملاحظات
reading-present = حاضرین
reading-absent = غایبین
reading-guests = مدعوین
