# The official minutes, and how a body lays them out.

## The layout of a body's minutes
paper-layout = ترتیب صورتجلسه
section-head = مشخصات جلسه
section-agenda = دستور جلسه
section-attendance = حضور و غیاب
section-talk = اهم مطالب مطروحه
section-resolutions = مصوبات
section-annexes = پیوست‌ها
section-signatures = امضاها
section-corrections = اصلاحیه‌ها
minutes-column-text = مفاد مصوبه
attendance-form-running = حضور در چند جمله
attendance-form-table = حضور در جدول

## The session fee
paper-fee = حق‌الجلسه
fee-per-session = هر جلسه { $rials } ریال
fee-per-hour = هر ساعت { $rials } ریال
fee-least-minutes = دست‌کم { $count } دقیقه حضور
fee-most-sessions = حداکثر { $count } جلسه در ماه
fee-most-hours = حداکثر { $count } ساعت در ماه

## The minutes
minutes-invocation = بسمه تعالی
minutes-title = صورتجلسه { $session }
minutes-kind-and-body = { $kind } { $body }
minutes-in-year = { $session } در سال { $year }
minutes-draft = پیش‌نویس، هنوز امضا نشده است
minutes-draft-of = پیش‌نویس { $date }، هنوز امضا نشده است
minutes-approved = صورتجلسه { $session } ({ $date }، کد { $code }) به تصویب رسید.
minutes-approved-corrected = صورتجلسه { $session } ({ $date }، کد { $code }) با اصلاحیه { $corrections } به تصویب رسید.
minutes-approval = این صورتجلسه در { $session } ({ $date }) به تصویب رسید.
minutes-approval-corrected = این صورتجلسه در { $session } ({ $date }) با اصلاحیه { $corrections } به تصویب رسید.
minutes-code = کد صحت: { $code }

## Its head
minutes-body = نام کارگروه/شورا
minutes-number = شماره جلسه
minutes-year = سال
minutes-kind = نوع جلسه
minutes-date = تاریخ جلسه
minutes-weekday = روز جلسه
minutes-start = ساعت شروع
minutes-end = ساعت پایان
minutes-place = محل جلسه
minutes-invitation-number = شماره دعوتنامه
minutes-invitation-date = تاریخ دعوتنامه
minutes-chair = رئیس جلسه
minutes-secretary = دبیر جلسه

## Who was there
minutes-person = نام و نام خانوادگی
minutes-post = سمت
minutes-presence = نحوه حضور
minutes-representative = نماینده
minutes-remarks = توضیحات
minutes-present = حاضر
minutes-by-video = ویدئو کنفرانس
minutes-represented = با نماینده
minutes-excused = غیبت موجه
minutes-absent = غایب
minutes-unticked = ثبت نشده
minutes-those-present = حاضران
minutes-those-by-video = حاضران از طریق ویدئو کنفرانس
minutes-those-represented = نمایندگان
minutes-those-excused = غایبان موجه
minutes-those-absent = غایبان
minutes-those-unticked = ثبت نشده
minutes-on-behalf = به نمایندگی از
minutes-because = به علت
minutes-count = از { $seats } عضو، { $present } عضو حضور داشتند.
minutes-count-enough = از { $seats } عضو، { $present } عضو حضور داشتند و با حد نصاب { $needed } عضو جلسه رسمیت یافت.
minutes-count-too-few = از { $seats } عضو، { $present } عضو حضور داشتند و حد نصاب { $needed } عضو حاصل نشد.

## Talk, annexes, signatures
minutes-item = موضوع { $number } دستور جلسه:
minutes-other-talk = سایر مطالب:
minutes-annex = پیوست { $number }
minutes-post-or-seat = سمت / دستگاه
minutes-signature = امضا
minutes-representative-of = نماینده

## The extract of one resolution
extract-title = مستخرج مصوبه شماره { $number }
extract-title-bare = مستخرج مصوبه
extract-certified = مفاد بالا با اصل صورتجلسه امضاشده برابر است.

## The correction slip
slip-title = اصلاحیه شماره { $number } صورتجلسه
slip-session = جلسه
slip-date = تاریخ اصلاحیه
slip-was = در صورتجلسه آمده است
slip-shall-be = صحیح آن
slip-by = اصلاح‌کننده
