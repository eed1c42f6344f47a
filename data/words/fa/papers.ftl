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
paper-correction = اصلاحیه { $number }
paper-guest = مهمان
paper-person = حاضر از سوی آن
paper-signature = سطر امضا
paper-signing = امضای نهایی
paper-letters = حرف بندها
paper-letters-alphabet = الف، ب، پ، ت
paper-letters-abjad = الف، ب، ج، د
paper-roll-call = آغاز حضور و غیاب
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
