# Documents: what stands in them beside the words of screens and commands.

paper-clause = بند { $letter }
paper-from-note = از مطلب
paper-read-back = بازخوانی
paper-agreed = با آن موافقت شد
paper-weekday = روز نوشته‌شده
paper-talk = اکنون
paper-invitation = متن دعوتنامه:
