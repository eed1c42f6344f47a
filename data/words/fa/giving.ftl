# What is given out: documents as files, and why one is not.

document-minutes = صورتجلسه
document-extract = مستخرج مصوبه
document-correction = اصلاحیه
document-corrections = اصلاحیه‌ها
document-all = همه سندهای جلسه
document-letter = نامه
document-letters = نامه‌های ابلاغ
document-reminder = یادآوری
document-reminders = یادآوری‌ها
document-invitation = دعوتنامه
document-fees = حق‌الجلسه
document-handover = دفتر تحویل
document-register = دفتر مصوبات
document-report = گزارش دبیرخانه
document-attendance = حضور و غیاب
document-calendar = تقویم
document-template = الگوی صورتجلسه
document-archive = بایگانی دبیر
document-archive-schema = ساختار بایگانی دبیر

issue-not-in-format = «{ $document }» به قالب { $format } داده نمی‌شود. قالب‌های آن: { $formats }

issue-without-date = { $session } تاریخ ندارد و سند آن ساخته نشد. تاریخ جلسه را ثبت کنید و دوباره بکوشید.
issue-no-corrections = { $session } اصلاحیه‌ای ندارد.
issue-nobody-responsible = هیچ مصوبه‌ای از { $session } مسئول ندارد؛ نامه‌ای نیست. مسئول مصوبه‌ها را بنویسید.
issue-nothing-registered = از آن کارگروه و آن سال مصوبه‌ای ثبت نشده است؛ دفتری نوشته نشد.
issue-nothing-late = چیزی دیر نشده و تا یک هفته سررسیدی نیست؛ یادآوری نیست.
issue-of-one-body = این سند از آن یک کارگروه است. نامش را با ‎--body بدهید: { $known }
issue-unusable-font = پرونده قلم را نمی‌توان به کار برد. پرونده قلم دیگری (ttf یا otf) در تنظیمات بدهید.
issue-not-written = این سند در این قالب ساخته نشد. قالب دیگری برگزینید.

given-present = { $files } از پیش هست و چیزی نوشته نشد.
given-present-many = این پرونده‌ها از پیش هست و چیزی نوشته نشد: { $files }
given-present-more = { $count } پرونده از پیش هست و چیزی نوشته نشد: { $files } و { $more } پرونده دیگر
given-unread = { $cause } و { $path } خوانده نشد. { $remedy } و دوباره بکوشید.

write-no-folder = { $path } نوشته نشد: چنین پوشه‌ای نیست.
write-in-store = { $path } پوشه داده‌های دبیر است و در آن جز خود برنامه چیزی نمی‌نویسد. جای دیگری بدهید.
write-is-folder = { $path } یک پوشه است. نام پرونده را هم بدهید.
write-failed = { $cause } و { $path } نوشته نشد. { $remedy } و دوباره بکوشید.
