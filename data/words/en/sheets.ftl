# Sheets and calendars: heads of columns and names of tabs beside the words of documents.

sheet-resolutions = Resolutions
sheet-attendance = Attendance
sheet-figures = Figures
sheet-formulas = Formulas
sheet-marks = Seats in sessions
sheet-date-true = Date (Gregorian)
sheet-due-true = Due (Gregorian)
sheet-first-due = First due
sheet-days-late = Days late
sheet-last-follow-up = Last follow-up
sheet-about = About
sheet-formula = Formula
sheet-value = Value
sheet-measure = Figure
sheet-seats = Seats
sheet-needed = Quorum
sheet-counting = There (video and representatives too)
sheet-register-name = Register of resolutions

# A calendar.
schedule-name = Sessions and deadlines
schedule-agenda = Agenda:
schedule-due = Due: { $what }
schedule-clause = clause { $letter }: { $text }
schedule-session = Resolution of { $session }
schedule-responsible = Responsible: { $names }
schedule-deadline = Deadline: { $written }
