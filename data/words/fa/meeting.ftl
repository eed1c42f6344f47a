# What happens in a meeting: votes, results of items, breaks, comings and goings, what is confidential.

## Votes
vote-cast-count = رأی‌گیری علنی: { $count }
vote-cast-secret = رأی‌گیری مخفی: { $count }
vote-cast-by-name = رأی‌گیری با نام: { $count }
vote-at = { $vote } (ساعت { $time })
vote-count = { $for } موافق، { $against } مخالف، { $abstaining } ممتنع
vote-reached = به اکثریت لازم ({ $needed } رأی) رسید
vote-not-reached = به اکثریت لازم ({ $needed } رأی) نرسید
vote-too-many = شمار آرا از حاضران بیشتر است
vote-present = { $count } عضو حاضر
ballot-for = موافق
ballot-against = مخالف
ballot-abstaining = ممتنع
majority-simple = موافق بیش از مخالف (نسبی)
majority-more-than = بیش از { $part } { $among }
majority-at-least = دست‌کم { $part } { $among }
majority-of-present = حاضران
majority-of-seats = همه اعضا
head-room = حاضران هنگام تصمیم
head-there = نام حاضران آن هنگام
head-item-presence = حاضران هنگام دستورها
room-then = { $present } از { $seats } عضو، ساعت { $time }
room-quorum = حد نصاب { $needed } عضو برقرار بود
room-no-quorum = حد نصاب { $needed } عضو برقرار نبود
head-vote = رأی‌گیری
field-majority = اکثریت لازم

## Results of items of the agenda
item-adopted = تصویب شد
item-amended = با اصلاح تصویب شد
item-postponed = به جلسه بعد موکول شد
item-refused = رد شد
item-withdrawn = پس گرفته شد
item-undiscussed = مطرح نشد
item-carried = از جلسه پیش
minutes-item-result = نتیجه

## Breaks, comings and goings
stretch = { $from } تا { $until }
stretch-open = از { $from }
remark-again = بازگشت { $time }
head-breaks = تنفس
field-breaks = تنفس
field-again = حضور دوباره
head-item-times = زمان دستورها
item-time = دستور { $number }: { $times }

## What is confidential, and what is for the secretary alone
paper-confidential = محرمانه
head-readers = دسترسی
paper-private = فقط برای دبیر
issue-confidential = این مصوبه محرمانه است و مستخرج ندارد. نخست محرمانه بودن آن را بردارید.

paper-standing-item = دستور همیشگی
refusal-votes-differ = برای این دو مصوبه جدا رأی گرفته شده است. نخست رأی یکی را بردارید.

## Forms and keys
form-vote = رأی‌گیری
do-vote = رأی‌گیری
hint-vote = شمار آرا؛ اگر همه خانه‌ها خالی بماند، رأی برداشته می‌شود.
vote-open = علنی
vote-secret = مخفی
field-vote-manner = شیوه
field-vote-time = ساعت رأی‌گیری
majority-none = بی‌قاعده
majority-kind-more-than = بیش از کسری از { $among }
majority-kind-at-least = دست‌کم کسری از { $among }
field-majority-value = کسر
hint-majority = کسر را بنویسید، مانند ۱/۲ یا ۲/۳؛ رأی‌ها با آن سنجیده می‌شوند و چیزی به‌خودی‌خود تصویب یا رد نمی‌شود.
problem-majority = کسر را مانند ۱/۲ یا ۲/۳ بنویسید.
hint-stretches = مانند ۱۰:۰۰-۱۰:۱۵، ۱۱:۳۰-۱۱:۴۰
problem-stretches = ساعت‌ها خوانده نشد. به‌ترتیب و مانند ۱۰:۰۰-۱۰:۱۵، ۱۱:۳۰-۱۱:۴۰ بنویسید.
form-breaks = تنفس‌های جلسه
do-break = تنفس: شروع یا پایان
do-item-result = نتیجه
do-standing = دستور همیشگی
do-hide = محرمانه
do-hide-note = فقط برای دبیر
head-break = تنفس از { $time }
item-result-title = نتیجه این دستور
item-stands-by-itself = این دستور خود به خود در دستور هر جلسه می‌آید.
item-no-result = بی‌نتیجه
item-standing = همیشگی
item-minutes-of = { $taken } از { $planned }
item-minutes = { $taken }
item-presence = هنگام این دستور { $least } عضو حاضر بودند
item-presence-between = هنگام این دستور از { $least } تا { $most } عضو حاضر بودند
begin-title = شروع جلسه
begin-text = جلسه امروز هنوز «در پیش» است: تا شروع نشود، ساعت گفته‌ها و آمدورفت اعضا ثبت نمی‌شود. شروع شود؟
begin-yes = جلسه شروع شود
begin-no = هنوز نه
refusal-breaks-not-in-order = تنفس‌ها باید پشت سر هم باشند و هر یک پیش از پایانش شروع شود. ساعت‌ها را درست کنید.
screen-ballots = رأی با نام
ballots-title = رأی با نام: { $name }
ballots-nobody = کسی حاضر ثبت نشده است؛ نخست حضور و غیاب را ثبت کنید.
do-ballots = رأی با نام
do-cast-for = موافق
do-cast-against = مخالف
do-cast-abstaining = ممتنع
do-cast-rest = بقیه موافق
do-uncast = برداشتن رأی
warning-hall-taken = «{ $place }» در همین ساعت برای { $session } هم نوشته شده است.
warning-person-elsewhere = { $person } در همین ساعت عضو { $session } هم هست.

## Answers to the invitation
do-answers = پاسخ دعوت‌ها یا حضور و غیاب
answer-coming = می‌آید
answer-by-video = با ویدئو کنفرانس می‌آید
answer-sends = نماینده می‌فرستد
answer-away = نمی‌آید
answer-none = پاسخ نداده است
roll-answered = پاسخ: { $answer }
roll-answers-only = کلیدها پاسخ دعوت‌شدگان را ثبت می‌کند، نه حضور را: می‌آید، نماینده می‌فرستد، نمی‌آید.
paper-answer = پاسخ دعوت
show-answers = پاسخ‌های دعوت:

## Attachments
head-attachment = ضمیمه
show-attachments = ضمیمه‌ها:
minutes-attachments = ضمیمه‌ها
head-size = اندازه
head-sum = SHA-256
size-bytes = { $number } بایت
size-kilobytes = { $number } کیلوبایت
size-megabytes = { $number } مگابایت
attachment-named-only = فقط نام آن ثبت شده است
refusal-file-not-kept = ضمیمه «{ $path }» ثبت نشد: { $cause }. { $remedy }
refusal-already-attached = «{ $name }» پیش از این به همین‌جا ضمیمه شده است.
do-attach = ضمیمه
form-attachment = ضمیمه تازه
field-path = نشانی پرونده
hint-attachment = مانند ‎~/نقشه.pdf؛ بایت‌های آن کنار داده‌ها نگه داشته می‌شود.
problem-path = نشانی پرونده را بنویسید.
attachment-title = ضمیمه‌ها
attachment-more = ضمیمه تازه
attachment-off = برداشتن «{ $name }»
do-move-to-session = بردن به جلسه دیگر
move-to-title = این مصوبه به کدام جلسه برود؟
move-to-nowhere = این کارگروه جلسه باز دیگری ندارد.
refusal-not-another-session = مصوبه فقط به جلسه دیگری از همان کارگروه می‌رود. جلسه دیگری از همین کارگروه را برگزینید.
