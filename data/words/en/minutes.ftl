# The official minutes, and how a body lays them out.

## The layout of a body's minutes
paper-layout = Layout of minutes
section-head = Particulars
section-agenda = Agenda
section-attendance = Present and absent
section-talk = Main points raised
section-resolutions = Resolutions
section-annexes = Annexes
section-signatures = Signatures
section-corrections = Corrections
minutes-column-text = Text of the resolution
attendance-form-running = Attendance in sentences
attendance-form-table = Attendance in a table

## The session fee
paper-fee = Session fee
fee-per-session = { $rials } rials a session
fee-per-hour = { $rials } rials an hour
fee-least-minutes = present for at least { $count } minutes
fee-most-sessions = at most { $count } sessions a month
fee-most-hours = at most { $count } hours a month
