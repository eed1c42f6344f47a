# The official minutes, and how a body lays them out.

## The layout of a body's minutes
paper-layout = Layout of minutes
section-head = Particulars
section-agenda = Agenda
section-attendance = Attendance
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

## The minutes
minutes-invocation = In the Name of the Almighty
minutes-title = Minutes: { $session }
minutes-kind-and-body = { $body } ({ $kind })
minutes-in-year = { $session }, { $year }
minutes-draft = Draft, not signed yet
minutes-draft-of = Draft of { $date }, not signed yet
minutes-approved = The minutes of { $session } ({ $date }, code { $code }) were approved.
minutes-approved-corrected = The minutes of { $session } ({ $date }, code { $code }) were approved with correction { $corrections }.
minutes-approval = These minutes were approved by { $session } ({ $date }).
minutes-approval-corrected = These minutes were approved by { $session } ({ $date }) with correction { $corrections }.
minutes-code = Verification code: { $code }

## Its head
minutes-body = Body
minutes-number = Session number
minutes-year = Year
minutes-kind = Kind
minutes-date = Date
minutes-weekday = Weekday
minutes-start = Began at
minutes-end = Ended at
minutes-place = Place
minutes-invitation-number = Invitation number
minutes-invitation-date = Invitation date
minutes-chair = Chair
minutes-secretary = Secretary

## Who was there
minutes-person = Name
minutes-post = Post
minutes-presence = Attendance
minutes-representative = Representative
minutes-remarks = Remarks
minutes-present = present
minutes-by-video = by video
minutes-represented = represented
minutes-excused = excused
minutes-absent = absent
minutes-unticked = not recorded
minutes-those-present = Present
minutes-those-by-video = Present by video
minutes-those-represented = Represented
minutes-those-excused = Excused
minutes-those-absent = Absent
minutes-those-unticked = Not recorded
minutes-on-behalf = on behalf of
minutes-because = because of
minutes-count = { $present } of { $seats } members attended.
minutes-count-enough = { $present } of { $seats } members attended; the quorum of { $needed } was met.
minutes-count-too-few = { $present } of { $seats } members attended; the quorum of { $needed } was not met.

## Talk, annexes, signatures
minutes-item = Agenda item { $number }:
minutes-other-talk = Other matters:
minutes-annex = Annex { $number }
minutes-post-or-seat = Post / organisation
minutes-signature = Signature
minutes-representative-of = representative of

## The extract of one resolution
extract-title = Extract: resolution { $number }
extract-title-bare = Extract of a resolution
extract-certified = The text above agrees with the signed minutes.

## The correction slip
slip-title = Correction { $number } to the minutes
slip-session = Session
slip-date = Date of the correction
slip-was = The minutes say
slip-shall-be = It shall read
slip-by = Corrected by
