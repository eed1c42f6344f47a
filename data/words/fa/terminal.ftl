# The terminal: the card on which one chooses how text is sent to it.

calibration-title = خواندن فارسی در این پایانه
calibration-ask = رقم سطری را بزنید که درست خوانده می‌شود.
calibration-ask-other = Press the digit of the line that reads right
calibration-line = { $number } │ اگر این سطر درست است، { $number } را بزنید │ «کالا» (PDFها) 2.0 │ ۱۴۰۱/۱۲/۲۵
calibration-leave = Esc: همین‌گونه بماند. این صفحه هر زمان با F8 باز می‌شود.
do-calibrate = خوانایی پایانه
