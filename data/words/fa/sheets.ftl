# Sheets and calendars: heads of columns and names of tabs beside the words of documents.

sheet-resolutions = مصوبات
sheet-attendance = حضور و غیاب
sheet-figures = ارقام
sheet-formulas = فرمول‌ها
sheet-marks = دستگاه‌ها در جلسه‌ها
sheet-date-true = تاریخ (میلادی)
sheet-due-true = سررسید (میلادی)
sheet-first-due = مهلت نخست
sheet-days-late = روز دیرکرد
sheet-last-follow-up = آخرین پیگیری
sheet-about = درباره
sheet-formula = فرمول
sheet-value = مقدار
sheet-measure = رقم
sheet-seats = اعضا
sheet-needed = حد نصاب
sheet-counting = حاضران (با ویدئو و نماینده)
sheet-register-name = دفتر مصوبات

# A calendar.
schedule-name = جلسه‌ها و مهلت‌ها
schedule-agenda = دستور کار:
schedule-due = مهلت: { $what }
schedule-clause = بند { $letter }: { $text }
schedule-session = مصوبه { $session }
schedule-responsible = مسئول: { $names }
schedule-deadline = مهلت اقدام: { $written }
