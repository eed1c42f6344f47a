# Letters of the secretariat, and the register, the report and the sheets that follow minutes.

letter-invocation = In the name of God
letter-number = Number
letter-date = Date
letter-attachment = Attachment
letter-no-attachment = none
letter-open = ……………………
letter-to = To
letter-from = From
letter-subject = Subject
letter-secretariat = Secretariat of { $body }
letter-signed = Secretary of { $body }
letter-greeting = Dear colleagues,
letter-session-year = { $session } in the year { $year }
letter-session-date = { $session }, held on { $date }

letter-notice-subject = { $count ->
    [1] Notification of the resolution of { $session }
   *[other] Notification of the resolutions of { $session }
}
letter-notice = { $count ->
    [1] In { $session }, the following resolution was entrusted to your organisation, of which you are hereby notified.
   *[other] In { $session }, the following { $count } resolutions were entrusted to your organisation, of which you are hereby notified.
}
letter-notice-class = { $count ->
    [1] In { $session }, the following resolution was entrusted to your organisations, of which you are hereby notified.
   *[other] In { $session }, the following { $count } resolutions were entrusted to your organisations, of which you are hereby notified.
}
letter-notice-request = Please have the necessary steps taken within the deadline and inform this secretariat of the result in writing.
letter-row = Row
letter-text = Wording
letter-deadline = Deadline
letter-responsibility = Responsibility
letter-until = until { $date }
letter-next-round = next on { $date }
letter-lead = lead
letter-joint = joint
letter-led-by = led by
letter-together = together with
letter-and-others = { $count } others
letter-passed-row = row { $row }
letter-passed-in = Session and row
letter-due = Deadline and due day
letter-past = Follow-ups so far
letter-days-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
letter-following = Following
letter-reminder-subject = Reminder of resolutions of { $body }
letter-reminder-subject-again = Second reminder of resolutions of { $body }
letter-reminder-late = { $late ->
    [one] By { $date }, the deadline of the following resolution of { $body }, entrusted to your organisation, has passed.
   *[other] By { $date }, the deadlines of the following { $late } resolutions of { $body }, entrusted to your organisation, have passed.
}
letter-reminder-soon = { $soon ->
    [one] The deadline of the following resolution of { $body }, entrusted to your organisation, is near.
   *[other] The deadlines of the following { $soon } resolutions of { $body }, entrusted to your organisation, are near.
}
letter-reminder-both = Of the resolutions of { $body } entrusted to your organisation, listed below: deadlines passed by { $date }: { $late }; deadlines that are near: { $soon }.
letter-reminder-request = Please have { $count ->
    [1] it
   *[other] them
} carried out without further delay and inform this secretariat of the result in writing, with number and date.

invitation-to = The members of { $body }
invitation-subject = Invitation to { $session }
invitation-body = { $session } will be held as follows. You are kindly asked to attend.
invitation-day = Day
invitation-time = Time
invitation-place = Place
invitation-invited = Those invited
invitation-who = Name and post

paper-all-bodies = all bodies
paper-of-body = { $name } of { $body }
paper-of-body-year = { $name } of { $body } in the year { $year }
register-title = Register of resolutions
register-as-of = As of { $date }, { $count } resolutions
register-empty = No resolution was recorded.
register-number = No.
register-last = Last follow-up
head-resolution-text = Wording

attendance-title = Attendance of the members
attendance-sign-title = Attendance sheet
attendance-empty = No session was held.
attendance-sums = Attendance in sum
attendance-arrived = Arrived
attendance-departed = Left
attendance-signature = Signature
head-presence = Attendance
mark-present = P
mark-video = V
mark-represented = R
mark-excused = E
mark-absent = A
mark-unticked = –

report-title = Report of the secretariat
report-of-quarter = { $title }, { $quarter } { $year }
report-as-of = As of { $date }
report-empty = No session was held in this time.
report-glance = At a glance
report-resolutions-chart = How the resolutions stand
report-bodies = By body
report-sessions = Sessions held and who was there
report-sessions-chart = Attendance of each session in percent, with representatives
report-seats = Attendance of each seat
report-execution = Execution by organisation
report-execution-chart = Execution of each organisation in percent
report-best-is = Best (of organisations with at least { $least } tasks)
report-weakest-is = Weakest (of organisations with at least { $least } tasks)
report-formulas = How it is reckoned
quarter-spring = spring
quarter-summer = summer
quarter-autumn = autumn
quarter-winter = winter
letter-organisation = Organisation

handover-title = Handover book
handover-standing = Where things stand
handover-held = Sessions held
handover-last = Last session
handover-planned = Sessions to come
handover-running = Being held
handover-drafts = Minutes not signed
handover-open = Open resolutions
handover-late = Overdue resolutions
handover-next = Legal deadlines and due days to come
handover-matters = Open matters by organisation
handover-no-matters = No resolution is open.
handover-count = { $count ->
    [one] (1 resolution)
   *[other] ({ $count } resolutions)
}
handover-members = Members
handover-since = Since
handover-vacant = vacant
handover-customs = Customs and rules
handover-gives = Handed over by
handover-takes = Taken over by

fees-title = Attendance and session fees
fees-no-rule = No rule for session fees was recorded; only the hours present are given.
fees-without-hours = In { $count } cases no start or end was recorded; these are not in the sum of hours.
fees-sessions = Sessions
fees-hours = Hours present
fees-rials = Amount (rials)
fees-sum = Total
