# What is given out: documents as files, and why one is not.

document-minutes = صورتجلسه
document-extract = مستخرج مصوبه
document-register = دفتر مصوبات
document-archive = بایگانی دبیر

issue-not-in-format = «{ $document }» به قالب { $format } داده نمی‌شود. قالب‌های آن: { $formats }

given-present = { $files } از پیش هست و چیزی نوشته نشد.
given-present-many = این پرونده‌ها از پیش هست و چیزی نوشته نشد: { $files }
given-present-more = { $count } پرونده از پیش هست و چیزی نوشته نشد: { $files } و { $more } پرونده دیگر

write-no-folder = { $path } نوشته نشد: چنین پوشه‌ای نیست.
write-is-folder = { $path } یک پوشه است. نام پرونده را هم بدهید.
write-failed = { $cause } و { $path } نوشته نشد. { $remedy } و دوباره بکوشید.
