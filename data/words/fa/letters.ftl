# Letters of the secretariat, and the register, the report and the sheets that follow minutes.

letter-invocation = بسمه تعالی
letter-number = شماره
letter-date = تاریخ
letter-attachment = پیوست
letter-no-attachment = ندارد
letter-open = ……………………
letter-to = به
letter-from = از
letter-subject = موضوع
letter-secretariat = دبیرخانه { $body }
letter-signed = دبیر { $body }
letter-greeting = با سلام و احترام
letter-session-year = { $session } در سال { $year }
letter-session-date = { $session }، مورخ { $date }

letter-notice-subject = { $count ->
    [1] ابلاغ مصوبه { $session }
   *[other] ابلاغ مصوبات { $session }
}
letter-notice = به استحضار می‌رساند در { $session }، { $count } مصوبه به شرح جدول زیر بر عهده آن دستگاه قرار گرفته است که بدین‌وسیله ابلاغ می‌شود.
letter-notice-class = به استحضار می‌رساند در { $session }، { $count } مصوبه به شرح جدول زیر بر عهده آن دستگاه‌ها قرار گرفته است که بدین‌وسیله ابلاغ می‌شود.
letter-notice-request = خواهشمند است دستور فرمایید اقدام لازم در مهلت مقرر به عمل آید و نتیجه کتباً به این دبیرخانه اعلام شود.
letter-row = ردیف مصوبه
letter-text = متن مصوبه
letter-deadline = مهلت اقدام
letter-responsibility = مسئولیت
letter-until = تا { $date }
letter-next-round = نوبت بعد { $date }
letter-lead = مسئول اصلی
letter-joint = همکار
letter-led-by = مسئول اصلی
letter-together = با همکاری
letter-and-others = { $count } دستگاه دیگر
letter-passed-row = ردیف { $row }
letter-passed-in = جلسه و ردیف
letter-due = مهلت و سررسید
letter-past = سوابق پیگیری
letter-days-late = { $days } روز تأخیر
letter-following = پیرو
letter-reminder-subject = یادآوری اجرای مصوبات { $body }
letter-reminder-subject-again = یادآوری مجدد اجرای مصوبات { $body }
letter-reminder-late = به استحضار می‌رساند تا تاریخ { $date }، مهلت اجرای { $late } مصوبه { $body } که بر عهده آن دستگاه است به شرح جدول زیر سپری شده است.
letter-reminder-soon = به استحضار می‌رساند مهلت اجرای { $soon } مصوبه { $body } که بر عهده آن دستگاه است به شرح جدول زیر رو به پایان است.
letter-reminder-both = به استحضار می‌رساند از مصوبات { $body } که بر عهده آن دستگاه است، تا تاریخ { $date } مهلت اجرای { $late } مصوبه سپری شده و مهلت { $soon } مصوبه رو به پایان است.
letter-reminder-request = خواهشمند است دستور فرمایید در اجرای { $count ->
    [1] آن
   *[other] آنها
} تسریع و نتیجه با ذکر شماره و تاریخ، کتباً به این دبیرخانه اعلام شود.

invitation-to = اعضای محترم { $body }
invitation-subject = دعوت به { $session }
invitation-body = بدین‌وسیله دعوت می‌شود در { $session } که به شرح زیر برگزار می‌گردد، حضور به هم رسانید.
invitation-day = روز
invitation-time = ساعت
invitation-place = محل
invitation-invited = فهرست دعوت‌شدگان
invitation-who = نام و سمت

paper-all-bodies = همه کارگروه‌ها و شوراها
paper-of-body = { $name } { $body }
paper-of-body-year = { $name } { $body } در سال { $year }
register-title = دفتر ثبت مصوبات
register-as-of = وضعیت در { $date }، { $count } مصوبه
register-empty = مصوبه‌ای ثبت نشده است.
register-number = ردیف
register-last = آخرین پیگیری
head-resolution-text = متن مصوبه

attendance-title = فهرست حضور و غیاب اعضای
attendance-sign-title = فهرست حضور و غیاب
attendance-empty = جلسه برگزارشده‌ای نیست.
attendance-sums = جمع حضور و غیاب
attendance-arrived = ساعت ورود
attendance-departed = ساعت خروج
attendance-signature = امضا
head-presence = وضعیت حضور
mark-present = ح
mark-video = و
mark-represented = ن
mark-excused = م
mark-absent = غ
mark-unticked = ـ

report-title = گزارش عملکرد دبیرخانه
report-of-quarter = { $title }، { $quarter } { $year }
report-as-of = وضعیت در { $date }
report-empty = در این مدت جلسه‌ای برگزار نشده است.
report-glance = در یک نگاه
report-resolutions-chart = وضعیت مصوبات
report-bodies = به تفکیک کارگروه و شورا
report-sessions = جلسات برگزارشده و حضور اعضا
report-sessions-chart = درصد حضور در هر جلسه، با نماینده
report-seats = حضور هر عضو
report-execution = اجرای مصوبات به تفکیک دستگاه
report-execution-chart = درصد اجرا در هر دستگاه
report-best-is = بهترین عملکرد (میان دستگاه‌هایی با دست‌کم { $least } کار)
report-weakest-is = ضعیف‌ترین عملکرد (میان دستگاه‌هایی با دست‌کم { $least } کار)
report-formulas = نحوه محاسبه
quarter-spring = بهار
quarter-summer = تابستان
quarter-autumn = پاییز
quarter-winter = زمستان
letter-organisation = دستگاه

handover-title = دفتر تحویل و تحول
handover-standing = وضعیت موجود
handover-held = جلسات برگزارشده
handover-last = آخرین جلسه
handover-planned = جلسات در پیش
handover-running = در حال برگزاری
handover-drafts = صورتجلسات امضانشده
handover-open = مصوبات در دست اجرا
handover-late = مصوبات معوق
handover-next = مهلت‌های قانونی و سررسیدهای پیش رو
handover-matters = امور در دست اجرا به تفکیک دستگاه
handover-no-matters = مصوبه‌ای در دست اجرا نیست.
handover-count = ({ $count } مصوبه)
handover-members = اعضا
handover-since = از تاریخ
handover-vacant = بدون متصدی
handover-customs = آیین کار
handover-gives = تحویل‌دهنده
handover-takes = تحویل‌گیرنده

fees-title = فهرست حضور و حق‌الجلسه
fees-no-rule = قاعده‌ای برای حق‌الجلسه ثبت نشده است؛ تنها ساعات حضور آمده است.
fees-without-hours = در { $count } مورد ساعت شروع یا پایان ثبت نشده و حضور در جمع ساعات نیامده است.
fees-sessions = تعداد جلسات
fees-hours = ساعات حضور
fees-rials = مبلغ (ریال)
fees-sum = جمع
