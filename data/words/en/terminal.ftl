# The terminal: the card on which one chooses how text is sent to it.

calibration-title = Reading Persian in this terminal
calibration-ask = Press the digit of the line that reads right.
calibration-ask-other = رقم سطری را بزنید که درست خوانده می‌شود
calibration-line = { $number } │ اگر این سطر درست است، { $number } را بزنید │ «کالا» (PDFها) 2.0 │ ۱۴۰۱/۱۲/۲۵
calibration-leave = Esc: leave it as it is. F8 opens this page at any time.
do-calibrate = terminal legibility
