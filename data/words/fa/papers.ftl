# Documents: what stands in them beside the words of screens and commands.

paper-clause = بند { $letter }
paper-from-note = از مطلب
paper-read-back = بازخوانی
paper-agreed = با آن موافقت شد
paper-weekday = روز نوشته‌شده
paper-talk = اکنون
paper-invitation = متن دعوتنامه:
paper-letter = متن دعوتنامه
paper-of-clause = بند { $letter }، { $field }
paper-seat = عضو
paper-source = پرونده
paper-signed-version = نسخه امضاشده { $number }
version-opened = نسخه { $version } (کد { $code }) در { $date } به دست { $by } بازگشایی شد: { $reason }
versions-alike = این دو نسخه یکی است.
paper-kept-late = نگهداری نام‌ها
paper-reopened = بازگشایی
paper-correction = اصلاحیه { $number }
paper-guest = مهمان
paper-person = حاضر از سوی آن
paper-signature = سطر امضا
paper-signing = امضای نهایی
paper-letters = حرف بندها
paper-letters-alphabet = الف، ب، پ، ت
paper-letters-abjad = الف، ب، ج، د
paper-letters-numbers = ۱، ۲، ۳
paper-roll-call = شروع حضور و غیاب
paper-class = نام گروهی
paper-class-yes = بله

# What an entry of the journal did to a record.
paper-made = تازه
paper-changed = تغییر کرد
paper-removed = حذف شد
paper-unreadable = این نسخه آن را نمی‌خواند
paper-place = جای آن در جلسه
paper-moved = عوض شد
paper-other = آنچه در کاغذ نمی‌آید
paper-unseen = عوض شد؛ ‎--format json نشان می‌دهد

# The form of an office, and why one cannot be filled in.
form-name = الگوی صورتجلسه
form-title = صورتجلسه { $name }
form-invocation = بسمه تعالی
form-weekday = روز
paper-page = صفحه
paper-of-pages = از
form-no-document = الگو سند Word (‎.docx) نیست.
form-too-large = الگو، یا سندی که از آن ساخته می‌شود، بیش از اندازه بزرگ است.
form-damaged = الگو خراب است و خوانده نمی‌شود؛ آن را در Word باز کنید و دوباره ذخیره کنید.
form-macros = الگو ماکرو دارد و با هر سند به دیگران می‌رسد؛ آن را بی ماکرو (‎.docx) ذخیره کنید.
form-no-field = در الگو هیچ فیلدی نیست؛ الگو را از «dabir export template» بسازید.
form-unknown-field = الگو فیلد «{ $name }» را می‌خواهد که شناخته نیست ({ $place }).
form-unclosed = «{ $name }» در الگو با {"}}"} بسته نشده است ({ $place }).
form-outside-row = فیلد «{ $name }» باید در سطر یک جدول باشد ({ $place }).
form-two-lists = در یک سطر جدول دو فهرست آمده است: «{ $name }» را بردارید ({ $place }).
form-list-in-list = فهرست «{ $name }» درون سطر فهرست دیگری آمده است ({ $place }).
form-in-row = جدول { $table }، سطر { $row }
form-in-paragraph = پاراگراف { $paragraph }
form-in-header = سربرگ، { $place }
form-in-footer = پابرگ، { $place }
form-in-notes = پانویس، { $place }
