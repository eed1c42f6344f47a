# The official minutes, and how a body lays them out.

## The layout of a body's minutes
paper-layout = ترتیب صورتجلسه
section-head = مشخصات جلسه
section-agenda = دستور جلسه
section-attendance = حاضران و غایبان
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
