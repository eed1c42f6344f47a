# Names of the things themselves, warnings and refusals.

presence-present = حاضر
presence-video = ویدئو کنفرانس
presence-represented = نماینده
presence-excused = مرخصی/مأموریت
presence-absent = غایب
presence-unticked = ثبت‌نشده

status-open = در دست اجرا
status-of-clauses = { $status } ({ $closed } از { $all })
status-done = اجرا شده
status-cancelled = لغو
status-superseded = جایگزین‌شده
status-overdue = معوق

state-planned = در پیش
state-running = در حال برگزاری
state-draft = پیش‌نویس
state-final = نهایی

kind-ordinary = عادی
kind-extraordinary = فوق‌العاده
kind-joint = مشترک

deadline-within = ظرف مدت
deadline-at_most = حداکثر
deadline-by = تا تاریخ
deadline-immediate = فوری
deadline-asap = در اسرع وقت
deadline-continuous = مستمر
deadline-until_result = تا حصول نتیجه
deadline-every = دوره‌ای
deadline-after_notification = پس از ابلاغ
deadline-next_session = تا جلسه آینده
deadline-unclear = نامشخص

warning-no-date = تاریخ جلسه معلوم نیست.
warning-invitation-after-session = تاریخ دعوتنامه ({ $date }) پس از تاریخ جلسه است.
warning-weekday-differs = روز نوشته‌شده «{ $written }» است، اما { $date } { $weekday } است.
warning-row-gap = میان ردیف‌های { $after } و { $before } شماره‌ای جا افتاده است.
warning-row-repeated = ردیف { $row } بیش از یک بار آمده است.
warning-near-duplicate = تقریباً همان متن ردیف { $row } است.
warning-date-before-session = تاریخ «{ $written }» پیش از تاریخ جلسه است.
warning-deadline-unclear = مهلت «{ $written }» فهمیده نشد و همان‌گونه که نوشته شده نگه داشته شد.
warning-deadline-no-such-day = روزی که در مهلت «{ $written }» آمده است در تقویم وجود ندارد.

code-agrees = صورتجلسه همان است که امضا شده است.
code-differs = صورتجلسه با آنچه امضا شده است یکی نیست.
code-later-version = این کد را نسخه تازه‌تر برنامه ساخته است و سنجیده نشد.

code-difference = { $about }، { $field }: آنچه امضا شد «{ $first }»، اکنون «{ $second }».
code-without-names = این کد را نسخه پیشین برنامه ساخته است: متن‌ها را در بر دارد، اما نام و سمت اعضا و قواعد کارگروه را نه.
code-names-kept-late = این کد را نسخه پیشین برنامه ساخته است و نام و سمت اعضا و قواعد کارگروه را در بر ندارد؛ آنها همان‌اند که در { $date } بودند.
signed-nothing = هیچ

# The fields of signed minutes.
signed-session = شناسه جلسه
signed-body = شناسه کارگروه
signed-year = سال
signed-ordinal = شماره جلسه
signed-kind = نوع جلسه
signed-invitation-number = شماره دعوتنامه
signed-invitation-date = تاریخ دعوتنامه
signed-date = تاریخ جلسه
signed-weekday-written = روز هفته
signed-start = ساعت شروع
signed-end = ساعت پایان
signed-place = محل
signed-chair = رئیس جلسه
signed-secretary = دبیر جلسه
signed-signed-chair = امضای رئیس
signed-signed-secretary = امضای دبیر
signed-signed-date = تاریخ امضا
signed-agenda = دستور کار
signed-agenda-minutes = زمان دستور
signed-agenda-kind = نوع دستور
signed-guest = مدعو
signed-guest-post = سمت مدعو
signed-annex = پیوست
signed-annex-row = سطر پیوست
signed-annex-cell = خانه پیوست
signed-signature = سطر امضا
signed-seat = دستگاه عضو
signed-status = وضعیت حضور
signed-person = شخص حاضر
signed-representative = نماینده
signed-representative-post = سمت نماینده
signed-reason = دلیل غیبت
signed-arrived = ساعت ورود
signed-departed = ساعت خروج
signed-note = متن مطلب
signed-note-speaker = گوینده
signed-note-at = ساعت مطلب
signed-note-agenda-item = دستور مطلب
signed-resolution = مفاد مصوبه
signed-row = ردیف
signed-subject = موضوع
signed-deadline = مهلت اقدام
signed-responsible = مسئول پیگیری
signed-follows = پیرو
signed-resolution-agenda-item = دستور مصوبه
signed-resolution-note = مطلب مصوبه
signed-clause = بند
signed-clause-deadline = مهلت بند
signed-clause-responsible = مسئول بند
signed-body-name = نام کارگروه
signed-body-short-name = نام کوتاه کارگروه
signed-body-place = استان یا شهرستان
signed-body-chair-post = سمت رئیس
signed-body-secretary-post = سمت دبیر
signed-quorum = قاعده حد نصاب
signed-approves = صورتجلسه تصویب‌شده
signed-approves-version = نسخه تصویب‌شده
signed-approves-code = کد صحت صورتجلسه تصویب‌شده
signed-approves-correction = اصلاحیه تصویب‌شده
signed-majority = قاعده اکثریت
signed-again = ورود دوباره
signed-again-departed = خروج دوباره
signed-agenda-result = نتیجه دستور
signed-agenda-confidential = محرمانه بودن دستور
signed-agenda-attachment = ضمیمه دستور
signed-attachment = ضمیمه
signed-attachment-bytes = اندازه ضمیمه
signed-attachment-sha256 = SHA-256 ضمیمه
signed-resolution-attachment = ضمیمه مصوبه
signed-break = شروع تنفس
signed-break-until = پایان تنفس
signed-confidential = محرمانه بودن
signed-vote = رأی‌گیری
signed-vote-at = ساعت رأی‌گیری
signed-vote-of = رأی
signed-votes = شمار آرا
signed-vote-seat = رأی‌دهنده
signed-section = بخش‌های صورتجلسه
signed-column = ستون‌های جدول مصوبات
signed-attendance-form = شکل حضور و غیاب
signed-roll-seat = دستگاه عضو
signed-roll-order = ترتیب
signed-roll-name = نام دستگاه عضو
signed-holder = نام عضو
signed-holder-post = سمت عضو

corrected-session = صورتجلسه
corrected-attendance = حضور و غیاب «{ $seat }»
corrected-note = مطلب { $number }
corrected-resolution = مصوبه { $row }

missing-date = تاریخ جلسه نوشته نشده است.
missing-chair = رئیس جلسه نوشته نشده است.
missing-secretary = دبیر جلسه نوشته نشده است.
missing-tick = حضور یا غیاب «{ $seat }» ثبت نشده است.
missing-representative = نماینده «{ $seat }» نام و سمت ندارد.
missing-quorum = جلسه به حد نصاب نرسیده است ({ $present } از { $needed }).
missing-quorum-lost = ساعت { $time } جلسه از حد نصاب افتاده است ({ $present } از { $needed }).
missing-agenda-item = برای دستور { $number }، «{ $title }»، نه مطلبی ثبت شده است و نه مصوبه‌ای.
missing-row = یک مصوبه ردیف ندارد.
missing-row-gap = میان ردیف‌های { $after } و { $row } شماره‌ای جا افتاده است.
missing-row-repeated = ردیف { $row } بیش از یک بار آمده است.
missing-responsible = مصوبه { $row } مسئول پیگیری ندارد.
missing-deadline = مصوبه { $row } مهلت ندارد.
missing-clause-responsible = بند «{ $letter }» مصوبه { $row } مسئول پیگیری ندارد.
missing-clause-deadline = بند «{ $letter }» مصوبه { $row } مهلت ندارد.
missing-near-name = ردیف { $row }: «{ $written }» نزدیک به «{ $known }» است؛ همان است؟

notice-quorum-not-met = جلسه به حد نصاب نرسیده است ({ $present } از { $needed }).

refusal-session-is-final = صورتجلسه نهایی و قفل شده است و تغییر نمی‌کند.
refusal-record-is-stale = این مورد در این میان تغییر کرده است. نوشته شما در فرم مانده است؛ دوباره باز کنید و مقایسه کنید.
refusal-no-such-record = «{ $id }» پیدا نشد. شناسه را از فهرست بردارید.
refusal-field-is-empty-name = نام خالی است. نام را بنویسید.
refusal-field-is-empty-text = متن خالی است. متن را بنویسید.
refusal-field-is-empty-deadline = مهلت خالی است. مهلت را بنویسید.
refusal-field-is-empty-reason = دلیل خالی است. دلیل را بنویسید.
refusal-row-is-taken = ردیف { $row } در این جلسه هست. شماره دیگری بنویسید.
refusal-ordinal-is-taken = جلسه { $ordinal } این سال پیش‌تر ثبت شده است ({ $session }).
refusal-already-imported = این پرونده پیش‌تر وارد شده است (جلسه { $session })؛ چیزی تغییر نکرد.
refusal-body-is-unknown = نام کارگروه در متن پیدا نشد. با ‎--body نام آن را بدهید.
refusal-date-is-unknown = تاریخ جلسه در متن پیدا نشد. با ‎--date تاریخ را بدهید.
refusal-id-is-taken = شناسه «{ $id }» در این بایگانی از آنِ مورد دیگری است؛ چیزی وارد نشد.
refusal-names-nobody = در این بایگانی { $record } از { $named } نام می‌برد که نه در بایگانی است و نه در داده‌های شما؛ چیزی وارد نشد. بایگانی کامل را بدهید.
refusal-nothing-to-undo = چیزی برای برگرداندن نیست.
refusal-changed-since = این مورد پس از آن دوباره تغییر کرده است و برگرداندنی نیست.
refusal-signature-stays = امضا با «برگردان» پس گرفته نمی‌شود. صورتجلسه را با «وضعیت جلسه» و نوشتن دلیل بازگشایی کنید.
refusal-notification-stays = ابلاغِ صورتجلسه امضاشده با «برگردان» پس گرفته نمی‌شود. روز آن را در فرم ابلاغ درست کنید.
refusal-nothing-to-approve = پیش از این جلسه، جلسه‌ای از این کارگروه برگزار نشده است که صورتجلسه‌اش تصویب شود.
refusal-earlier-is-not-signed = صورتجلسه جلسه پیش هنوز امضا نشده است. نخست آن را نهایی کنید.
refusal-session-is-not-held = این جلسه هنوز برگزار نشده است. نخست وضعیت آن را «در حال برگزاری» کنید.
refusal-was-signed = صورتجلسه این جلسه یک بار امضا شده است و آنچه امضا شده حذف نمی‌شود.
refusal-state-not-reachable = جلسه از این وضعیت به آن وضعیت نمی‌رود.
refusal-session-is-not-final = صورتجلسه هنوز نهایی نیست؛ آن را ویرایش کنید.
refusal-no-such-field = این مورد چنین فیلدی ندارد. فیلد را از فرم اصلاحیه بردارید.
refusal-no-value = مقدار درست خوانده نشد. ساعت را مانند ۱۰:۳۰ و متن را ناتهی بنویسید.
refusal-no-place-to-split = این‌جا جای جدا کردن نیست؛ هر دو بخش باید متن داشته باشند.
refusal-not-the-next = این دو مصوبه پشت سر هم نیستند. نخست آنها را کنار هم بیاورید.
refusal-deadlines-differ = مهلت این دو مصوبه یکی نیست. نخست یکی را با دیگری برابر کنید.
refusal-clauses-collide = هر دو مصوبه برای یک بند مسئول، مهلت یا وضعیت دارند. نخست بندها را از هم جدا کنید.
refusal-no-such-clause = متن این مصوبه بند «{ $letter }» ندارد.
refusal-body-has-signed = این کارگروه صورتجلسه امضاشده دارد و حذف نمی‌شود.
refusal-seat-is-signed = این عضو در صورتجلسه امضاشده آمده است و حذف نمی‌شود؛ روز پایان عضویتش را بنویسید.
refusal-not-two = این دو، یکی نمی‌شوند: یا همان‌اند یا از دو کارگروه‌اند.
refusal-order-is-taken = ترتیب { $order } از آنِ «{ $seat }» است. شماره دیگری بنویسید، یا در فهرست با کلید جابه‌جا کنید.
refusal-row-is-gone = این مصوبه دیگر نیست.
refusal-at-row = { $row }: { $why } هیچ مصوبه‌ای تغییر نکرد.

failure-store = { $cause } و ثبت نشد. { $remedy } و دوباره ثبت کنید؛ نوشته شما روی صفحه مانده است.
failure-unread = { $cause } و خوانده نشد. { $remedy } و دوباره بکوشید.

# What keeps the disk or the data from their work, and what to do: the halves of the sentences above and of others.
disk-full = دیسک پر است
disk-full-do = جا باز کنید
disk-quota = سهم شما از دیسک پر است
disk-quota-do = جا باز کنید
disk-too-large = اندازه پرونده از حد مجاز می‌گذرد
disk-too-large-do = حد را بالا ببرید
disk-device = دیسک خطا می‌دهد
disk-device-do = دیسک را بررسی کنید
disk-read-only = دیسک فقط‌خواندنی است
disk-read-only-do = اجازه نوشتن بدهید
disk-not-allowed = اجازه دسترسی نیست
disk-not-allowed-do = دسترسی را درست کنید
disk-not-found = پرونده یا پوشه پیدا نشد
disk-not-found-do = آن را به جایش برگردانید
disk-not-a-folder = پرونده‌ای به جای پوشه است
disk-not-a-folder-do = نشانی را درست کنید
disk-is-a-folder = پوشه‌ای به جای پرونده است
disk-is-a-folder-do = نشانی را درست کنید
disk-long-name = نام پرونده بیش از اندازه بلند است
disk-long-name-do = نام کوتاه‌تری بدهید
disk-taken = چیز دیگری در آن نشانی است
disk-taken-do = نشانی دیگری بدهید
disk-too-many-open = پرونده‌های باز از اندازه گذشته است
disk-too-many-open-do = برنامه‌های دیگر را ببندید
disk-memory = حافظه بس نیست
disk-memory-do = برنامه‌های دیگر را ببندید
disk-away = دیسک شبکه پاسخ نمی‌دهد
disk-away-do = شبکه را بررسی کنید
disk-other = سیستم این کار را نپذیرفت
disk-other-do = دیسک و شبکه را بررسی کنید
data-damaged = داده‌ها آسیب دیده است
data-damaged-do = فرمان dabir check را اجرا کنید
data-journal-away = دفتر رویدادها سر جایش نیست
data-journal-away-do = آن را برگردانید
data-of-later-version = داده‌ها از نسخه تازه‌تر برنامه است
data-of-later-version-do = برنامه را تازه کنید
data-locked = داده‌ها در برنامه دیگری باز است
data-locked-do = آن را ببندید
data-unfit = برنامه خطایی داشت
data-unfit-do = آن را خبر دهید

command-record_body = ثبت کارگروه
command-record_organisation = ثبت دستگاه
command-record_seat = ثبت عضو
command-move_seat = جابه‌جایی عضو
command-remove_body = حذف کارگروه
command-remove_seat = حذف عضو
command-remove_organisation = حذف دستگاه
command-merge_organisations = ادغام دو دستگاه
command-merge_seats = ادغام دو عضو
command-merge_sessions = ادغام دو جلسه
command-remove_import = حذف آنچه وارد شده بود
command-record_session = ثبت جلسه
command-remove_session = حذف جلسه
command-set_state = تغییر وضعیت جلسه
command-tick = حضور و غیاب
command-open_roll = شروع حضور و غیاب
command-record_note = ثبت مطلب
command-move_note = جابه‌جایی مطلب
command-remove_note = حذف مطلب
command-record_resolution = ثبت مصوبه
command-remove_resolution = حذف مصوبه
command-move_resolution = جابه‌جایی مصوبه
command-renumber = شماره‌گذاری دوباره
command-add_follow_up = ثبت پیگیری
command-split_resolution = جدا کردن مصوبه
command-merge_resolutions = یکی کردن دو مصوبه
command-copy_resolution = رونوشت از مصوبه پیشین
command-set_clause = ثبت وضعیت بند
command-set_status = تغییر وضعیت مصوبه
command-extend_deadline = تمدید مهلت
command-revise_follow_up = ویرایش پیگیری
command-remove_follow_up = حذف پیگیری
command-finalise = نهایی کردن صورتجلسه
command-reopen = بازگشایی صورتجلسه
command-approve_minutes = تصویب صورتجلسه قبل
command-record_correction = ثبت اصلاحیه
command-record_notification = ثبت ابلاغ
command-go_to_item = رفتن به موضوعی از دستور کار
command-agree = تأیید در بازخوانی
command-record_invitation = متن دعوتنامه
command-import_members = ورود فهرست اعضا
command-import_session = ورود صورتجلسه
command-import_archive = ورود بایگانی
command-record_vote = ثبت رأی
command-attach = ضمیمه کردن پرونده
command-detach = برداشتن ضمیمه
command-move_to_session = بردن مصوبه به جلسه دیگر
command-record_breaks = ثبت تنفس
command-record_answers = پاسخ دعوت
command-undo = برگرداندن
command-redo = دوباره انجام دادن

invitation-minutes = ({ $minutes } دقیقه)

## Figures
figure-all = همه
figure-year = سال { $year }
figure-no-year = بی‌سال
figure-nobody = بی‌مسئول
figure-nothing = —
figure-sessions = جلسه
figure-passed = مصوبه
figure-carried-out = اجراشده
figure-in-progress = در دست اجرا
figure-cancelled = لغو
figure-superseded = جایگزین
figure-overdue = معوق
figure-expected = انتظار
figure-in-person = حضوری
figure-video = ویدئو
figure-represented = نماینده
figure-excused = مرخصی/مأموریت
figure-absent = غایب
figure-unticked = نامعلوم
figure-attendance-rate = حضور
figure-seat-filled-rate = بانماینده
figure-given = سپرده
figure-on-time = به‌هنگام
figure-late = دیر
figure-done-undated = بی‌تاریخ
figure-still-open = باز
figure-past-due = معوق
figure-extended = تمدید
figure-dropped = کنارگذاشته
figure-execution-rate = اجرا
figure-on-time-rate = به‌هنگامی

formula-sessions = جلسه‌های برگزارشده؛ جلسه در پیش شمرده نمی‌شود = { $value }
formula-passed = همه مصوبه‌های جلسه‌های برگزارشده، هرچه از آنها برآمده باشد = { $value }
formula-carried-out = مصوبه‌هایی که وضعیتشان اجراشده است، یا همه بندهایشان پایان یافته = { $value }
formula-in-progress = مصوبه‌های در دست اجرا، معوق‌ها هم در همین شمار = { $value }
formula-cancelled = مصوبه‌های لغوشده = { $value }
formula-superseded = مصوبه‌هایی که مصوبه‌ای دیگر جای آنها را گرفته است = { $value }
formula-overdue = مصوبه‌های در دست اجرا که روزشان، با تمدید، گذشته است = { $value }
formula-expected = جای دستگاه‌ها در جلسه‌های برگزارشده، هر دستگاه که آن روز عضو بوده است = { $value }
formula-in-person = از جاهای «انتظار»، آنها که مدیر خود در جلسه بود = { $value }
formula-video = از جاهای «انتظار»، آنها که مدیر با ویدئو کنفرانس بود = { $value }
formula-represented = از جاهای «انتظار»، آنها که نماینده آمد = { $value }
formula-excused = از جاهای «انتظار»، آنها که «مرخصی/مأموریت» ثبت شده‌اند = { $value }
formula-absent = از جاهای «انتظار»، آنها که «غایب» ثبت شده‌اند = { $value }
formula-unticked = از جاهای «انتظار»، آنها که حضور و غیابشان ثبت نشده است؛ در درصدها شمرده نمی‌شود = { $value }
formula-attendance-rate = ({ $present } حضوری + { $video } ویدئو) ÷ ({ $expected } انتظار − { $unticked } نامعلوم) = { $value }
formula-seat-filled-rate = ({ $present } حضوری + { $video } ویدئو + { $represented } نماینده) ÷ ({ $expected } انتظار − { $unticked } نامعلوم) = { $value }
formula-given = کارهای سپرده: هر دستگاه در هر مصوبه یک کار؛ دستگاهی که بندها نامش را برده‌اند کارش همان بندهاست = { $value }
formula-on-time = انجام‌شده تا نخستین مهلت؛ روز انجام روز پیگیری‌ای است که آن را اجراشده کرد = { $value }
formula-late = انجام‌شده پس از نخستین مهلت، تمدید در نظر گرفته نمی‌شود = { $value }
formula-done-undated = انجام‌شده، اما مهلت روز ندارد یا روز انجام در پیگیری‌ها نیست = { $value }
formula-still-open = انجام‌نشده، معوق‌ها هم در همین شمار = { $value }
formula-past-due = انجام‌نشده که روزش، با تمدید، گذشته است = { $value }
formula-extended = کارهایی که مهلتشان تمدید شده است، هرچه از آنها برآمده باشد = { $value }
formula-dropped = لغوشده یا جایگزین‌شده = { $value }
formula-execution-rate = ({ $on_time } به‌هنگام + { $late } دیر + { $undated } بی‌تاریخ) ÷ ({ $given } سپرده − { $dropped } کنارگذاشته) = { $value }
formula-on-time-rate = { $on_time } به‌هنگام ÷ ({ $on_time } به‌هنگام + { $late } دیر + { $overdue } معوق) = { $value }

## Doubts of the reader of minutes
doubt-column = ستون «{ $head }» از روی خانه‌هایش «{ $role }» گرفته شد.
doubt-column-without-head = ستون بی‌سرستون از روی خانه‌هایش «{ $role }» گرفته شد.
column-meaning-row = ردیف
column-meaning-subject = موضوع
column-meaning-text = متن مصوبه
column-meaning-deadline = مهلت اقدام
column-meaning-responsible = مسئول پیگیری
column-meaning-remark = ملاحظات
doubt-named-twice = «{ $name }» در حضور و غیاب دو بار و با دو وضعیت آمده است.
doubt-seat-twice = «{ $seat }» هم «{ $first }» و هم «{ $second }» نوشته شده است؛ «{ $taken }» ثبت شد.
doubt-perhaps-seat = «{ $name }» شاید همان عضو «{ $seat }» باشد؛ حضور این عضو تا تأیید شما ثبت نشد.
doubt-seat-is-new = «{ $name }» در فهرست اعضا نبود و عضو تازه‌ای با این نام ثبت شد.
doubt-no-such-day = چنین روزی در تقویم نیست: { $written }
doubt-row-is-no-resolution = این ردیف شماره‌دار در میان مصوبات نیامد.
doubt-rows-missing = متن { $numbered } ردیف شماره‌دار مصوبه دارد و تنها { $read } ردیف آن در میان مصوبات آمد.
