# Names of the things themselves, warnings and refusals.

presence-present = present
presence-video = by video
presence-represented = represented
presence-excused = excused
presence-absent = absent
presence-unticked = not ticked

status-open = open
status-of-clauses = { $status } ({ $closed } of { $all })
status-done = done
status-cancelled = cancelled
status-superseded = superseded
status-overdue = overdue

state-planned = planned
state-running = running
state-draft = draft
state-final = final

kind-ordinary = ordinary
kind-extraordinary = extraordinary
kind-joint = joint

deadline-within = within
deadline-at_most = at most
deadline-by = by
deadline-immediate = immediate
deadline-asap = as soon as possible
deadline-continuous = continuous
deadline-until_result = until there is a result
deadline-every = periodic
deadline-after_notification = after notification
deadline-next_session = by the next session
deadline-unclear = unclear

warning-no-date = The date of the session is not known.
warning-invitation-after-session = The invitation ({ $date }) is dated after the session.
warning-weekday-differs = The written weekday is “{ $written }”, but { $date } is { $weekday }.
warning-row-gap = Numbers are missing between rows { $after } and { $before }.
warning-row-repeated = Row { $row } stands more than once.
warning-near-duplicate = Says nearly the same as row { $row }.
warning-date-before-session = The date “{ $written }” lies before the session.
warning-deadline-unclear = The deadline “{ $written }” was not understood; it is kept as written.
warning-deadline-no-such-day = The deadline “{ $written }” names a day that does not exist.

code-agrees = The minutes are as they were signed.
code-differs = The minutes are not what was signed.
code-later-version = A newer version of the program made this code; it was not checked.

code-difference = { $about }, { $field }: signed was “{ $first }”, now it is “{ $second }”.
code-without-names = An earlier version of the program made this code: it covers the words, but not the names and posts of the members nor the rules of the body.
code-names-kept-late = An earlier version of the program made this code, and it does not cover the names and posts of the members nor the rules of the body; those are as they were on { $date }.
signed-nothing = nothing

# The fields of signed minutes.
signed-session = id of the session
signed-body = id of the body
signed-year = year
signed-ordinal = number
signed-kind = kind of session
signed-invitation-number = invitation number
signed-invitation-date = invitation date
signed-date = date
signed-weekday-written = weekday
signed-start = start
signed-end = end
signed-place = place
signed-chair = chair
signed-secretary = secretary
signed-signed-chair = signature of the chair
signed-signed-secretary = signature of the secretary
signed-signed-date = day of the signature
signed-agenda = agenda
signed-agenda-minutes = minutes of an item
signed-agenda-kind = kind of item
signed-guest = guest
signed-guest-post = guest post
signed-annex = annex
signed-annex-row = row of an annex
signed-annex-cell = cell of an annex
signed-signature = line of signature
signed-seat = seat
signed-status = attendance
signed-person = who sat there
signed-representative = representative
signed-representative-post = representative post
signed-reason = reason
signed-arrived = arrival
signed-departed = departure
signed-note = words of the note
signed-note-speaker = speaker
signed-note-at = time of the note
signed-note-agenda-item = item of the note
signed-resolution = wording
signed-row = row
signed-subject = subject
signed-deadline = deadline
signed-responsible = responsible
signed-follows = follows
signed-resolution-agenda-item = item of the resolution
signed-resolution-note = note of the resolution
signed-clause = clause
signed-clause-deadline = deadline of the clause
signed-clause-responsible = responsible for the clause
signed-body-name = name of the body
signed-body-short-name = short name of the body
signed-body-place = province or county
signed-body-chair-post = post of the chair
signed-body-secretary-post = post of the secretary
signed-quorum = rule of quorum
signed-approves = approved minutes
signed-approves-version = approved version
signed-approves-code = code of the approved minutes
signed-approves-correction = approved correction
signed-majority = rule of majority
signed-again = later arrival
signed-again-departed = later departure
signed-agenda-result = result of the item
signed-agenda-confidential = confidential item
signed-agenda-attachment = attachment of the item
signed-attachment = attachment
signed-attachment-bytes = size of the attachment
signed-attachment-sha256 = SHA-256 of the attachment
signed-resolution-attachment = attachment of the resolution
signed-break = break
signed-break-until = end of the break
signed-confidential = confidential
signed-vote = vote
signed-vote-at = time of the vote
signed-vote-of = ballot
signed-votes = votes
signed-vote-seat = voter
signed-section = sections of the minutes
signed-column = columns of the resolutions
signed-attendance-form = form of the attendance
signed-roll-seat = seat
signed-roll-order = order
signed-roll-name = name of the seat
signed-holder = member
signed-holder-post = post of the member

corrected-session = the minutes
corrected-attendance = attendance of “{ $seat }”
corrected-note = note { $number }
corrected-resolution = resolution { $row }

missing-date = The session has no date.
missing-chair = No chair is named.
missing-secretary = No secretary is named.
missing-tick = “{ $seat }” is not ticked.
missing-representative = Who stood in for “{ $seat }” is not named.
missing-quorum = There was no quorum ({ $present } of { $needed }).
missing-quorum-lost = The quorum was lost at { $time } ({ $present } of { $needed }).
missing-agenda-item = Agenda item { $number }, “{ $title }”, has neither a note nor a resolution.
missing-row = A resolution has no row number.
missing-row-gap = Numbers are missing between rows { $after } and { $row }.
missing-row-repeated = Row { $row } stands more than once.
missing-responsible = Resolution { $row } names nobody who is to act.
missing-deadline = Resolution { $row } has no deadline.
missing-clause-responsible = Clause “{ $letter }” of resolution { $row } names nobody who is to act.
missing-clause-deadline = Clause “{ $letter }” of resolution { $row } has no deadline.
missing-near-name = row { $row }: “{ $written }” is near to “{ $known }”. Is it that one?

notice-quorum-not-met = There is no quorum ({ $present } of { $needed }).

refusal-session-is-final = The minutes are final and locked; they do not change.
refusal-record-is-stale = This was changed in the meantime. What you wrote is still in the form; open it again and compare.
refusal-no-such-record = “{ $id }” was not found. Take the id from a listing.
refusal-field-is-empty-name = The name is empty. Write one.
refusal-field-is-empty-text = The text is empty. Write some.
refusal-field-is-empty-deadline = The deadline is empty. Write one.
refusal-field-is-empty-reason = The reason is empty. Write one.
refusal-row-is-taken = This session already has a row { $row }. Write another number.
refusal-ordinal-is-taken = Session { $ordinal } of this year is there already ({ $session }).
refusal-already-imported = This file was imported before (session { $session }); nothing was changed.
refusal-body-is-unknown = The text names no body. Give one with --body.
refusal-date-is-unknown = The text gives no date. Give one with --date.
refusal-id-is-taken = The id “{ $id }” of this archive belongs to another record; nothing was imported.
refusal-names-nobody = In this archive { $record } names { $named }, which is neither in the archive nor in your data; nothing was imported. Give the whole archive.
refusal-nothing-to-undo = There is nothing to take back.
refusal-changed-since = This was changed again since, and cannot be taken back.
refusal-signature-stays = Undo does not take back a signature. Reopen the minutes with “session state”, and give the reason.
refusal-notification-stays = Undo does not take back the notification of signed minutes. Set its day right in the form of the notification.
refusal-nothing-to-approve = No session of this body was held before this one, so there are no minutes to approve.
refusal-earlier-is-not-signed = The minutes of the session before are not signed yet. Sign them first.
refusal-session-is-not-held = This session has not met yet. Set it to “running” first.
refusal-was-signed = The minutes of this session were signed once, and what was signed is not removed.
refusal-state-not-reachable = The session cannot go from its state to that one.
refusal-session-is-not-final = The minutes are not final; change them as they are.
refusal-no-such-field = There is no such field here. Take the field from the form of the correction.
refusal-no-value = The right value could not be read. Write a time as 10:30, and do not leave words empty.
refusal-no-place-to-split = It cannot be parted here: both parts need words.
refusal-not-the-next = These two resolutions do not stand one after the other. Move them together first.
refusal-deadlines-differ = These two have different deadlines. Make them equal first.
refusal-clauses-collide = Both have a state for the same clause. Part the clauses first.
refusal-no-such-clause = The wording has no clause “{ $letter }”.
refusal-body-has-signed = This body has signed minutes and is not removed.
refusal-seat-is-signed = This member stands in signed minutes and is not removed; write the last day of the membership.
refusal-not-two = These two cannot become one: they are the same, or of two bodies.
refusal-order-is-taken = “{ $seat }” has the order { $order }. Write another number, or move it by keys in the list.
refusal-row-is-gone = this resolution is gone.
refusal-at-row = { $row }: { $why } No resolution was changed.

failure-store = { $cause }; nothing was saved. { $remedy } and save again; what you wrote is still on the screen.
failure-unread = { $cause }; nothing was read. { $remedy } and try again.

# What keeps the disk or the data from their work, and what to do: the halves of the sentences above and of others.
disk-full = The disk is full
disk-full-do = Make room
disk-quota = Your share of the disk is full
disk-quota-do = Make room
disk-too-large = The file would grow beyond its limit
disk-too-large-do = Raise the limit
disk-device = The disk reports an error
disk-device-do = Check the disk
disk-read-only = The disk is read-only
disk-read-only-do = Allow writing
disk-not-allowed = Access is not allowed
disk-not-allowed-do = Correct the permissions
disk-not-found = The file or folder was not found
disk-not-found-do = Put it back
disk-not-a-folder = A file is where a folder should be
disk-not-a-folder-do = Correct the path
disk-is-a-folder = A folder is where a file should be
disk-is-a-folder-do = Correct the path
disk-long-name = The name of the file is too long
disk-long-name-do = Give a shorter one
disk-taken = Something else is in that place
disk-taken-do = Give another place
disk-too-many-open = Too many files are open
disk-too-many-open-do = Close other programs
disk-memory = Memory is used up
disk-memory-do = Close other programs
disk-away = The network disk does not answer
disk-away-do = Check the network
disk-other = The system refused
disk-other-do = Check disk and network
data-damaged = The data is damaged
data-damaged-do = Run dabir check
data-journal-away = The journal is not at its place
data-journal-away-do = Put it back
data-of-later-version = A newer version wrote the data
data-of-later-version-do = Update the program
data-locked = The data is open in another program
data-locked-do = Close that
data-unfit = The program had a fault
data-unfit-do = Report it

command-record_body = body recorded
command-record_organisation = organisation recorded
command-record_seat = member recorded
command-move_seat = a member moved
command-remove_body = a body removed
command-remove_seat = a member removed
command-remove_organisation = an organisation removed
command-merge_organisations = two organisations merged
command-merge_seats = two members merged
command-merge_sessions = two sessions merged
command-remove_import = an import removed
command-record_session = session recorded
command-remove_session = session removed
command-set_state = state of session changed
command-tick = attendance
command-open_roll = roll opened
command-record_note = note recorded
command-move_note = note moved
command-remove_note = note removed
command-record_resolution = resolution recorded
command-remove_resolution = resolution removed
command-move_resolution = resolution moved
command-renumber = rows renumbered
command-add_follow_up = follow-up recorded
command-split_resolution = resolution parted
command-merge_resolutions = resolutions joined
command-copy_resolution = earlier resolution taken over
command-set_clause = clause recorded
command-set_status = status changed
command-extend_deadline = deadline extended
command-revise_follow_up = Edited a follow-up
command-remove_follow_up = Removed a follow-up
command-finalise = minutes made final
command-reopen = minutes reopened
command-approve_minutes = earlier minutes approved
command-record_correction = correction recorded
command-record_notification = notification recorded
command-go_to_item = agenda item
command-agree = agreement in the read-back
command-record_invitation = letter of invitation
command-import_members = list of members imported
command-import_session = minutes imported
command-import_archive = archive imported
command-record_vote = Record a vote
command-attach = Attach a file
command-detach = Take an attachment off
command-move_to_session = Move a resolution to another session
command-record_breaks = Record breaks
command-record_answers = Answers to the invitation
command-undo = taken back
command-redo = brought back

invitation-minutes = ({ $minutes } minutes)

## Figures
figure-all = all
figure-year = year { $year }
figure-no-year = no year
figure-nobody = nobody
figure-nothing = —
figure-sessions = sessions
figure-passed = passed
figure-carried-out = done
figure-in-progress = open
figure-cancelled = cancelled
figure-superseded = replaced
figure-overdue = overdue
figure-expected = expected
figure-in-person = present
figure-video = video
figure-represented = stand-in
figure-excused = excused
figure-absent = absent
figure-unticked = unknown
figure-attendance-rate = rate
figure-seat-filled-rate = filled
figure-given = given
figure-on-time = on-time
figure-late = late
figure-done-undated = undated
figure-still-open = open
figure-past-due = overdue
figure-extended = extended
figure-dropped = dropped
figure-execution-rate = rate
figure-on-time-rate = punctual

formula-sessions = sessions held; planned ones do not count = { $value }
formula-passed = all resolutions of the sessions held, whatever came of them = { $value }
formula-carried-out = resolutions recorded as done, or with every clause closed = { $value }
formula-in-progress = open resolutions, overdue ones among them = { $value }
formula-cancelled = cancelled resolutions = { $value }
formula-superseded = resolutions that a later one replaced = { $value }
formula-overdue = open resolutions whose day, longer times counted, has passed = { $value }
formula-expected = seats in the sessions held, each seat that existed on that day = { $value }
formula-in-person = of the expected places, those present in the room = { $value }
formula-video = of the expected places, those by video = { $value }
formula-represented = of the expected places, those taken by a representative = { $value }
formula-excused = of the expected places, those away with a reason = { $value }
formula-absent = of the expected places, those away without a reason = { $value }
formula-unticked = of the expected places, those not ticked; nothing is known, and no rate counts them = { $value }
formula-attendance-rate = ({ $present } present + { $video } by video) ÷ ({ $expected } expected − { $unticked } unknown) = { $value }
formula-seat-filled-rate = ({ $present } present + { $video } by video + { $represented } by stand-in) ÷ ({ $expected } expected − { $unticked } unknown) = { $value }
formula-given = tasks given: each organisation in each resolution is one; where clauses name it, its task is these clauses = { $value }
formula-on-time = done by the first deadline; the day is that of the follow-up that set it done = { $value }
formula-late = done after the first deadline, whatever longer time was granted = { $value }
formula-done-undated = done, but the deadline has no day or no follow-up tells the day = { $value }
formula-still-open = not done, overdue ones among them = { $value }
formula-past-due = not done, and the day, longer times counted, has passed = { $value }
formula-extended = tasks that were granted a longer time, whatever came of them = { $value }
formula-dropped = cancelled or superseded = { $value }
formula-execution-rate = ({ $on_time } on time + { $late } late + { $undated } undated) ÷ ({ $given } given − { $dropped } dropped) = { $value }
formula-on-time-rate = { $on_time } on time ÷ ({ $on_time } on time + { $late } late + { $overdue } overdue) = { $value }

## Doubts of the reader of minutes
doubt-column = The column “{ $head }” was taken for “{ $role }” by what its cells hold.
doubt-column-without-head = A column without a head was taken for “{ $role }” by what its cells hold.
column-meaning-row = row
column-meaning-subject = subject
column-meaning-text = resolution
column-meaning-deadline = deadline
column-meaning-responsible = responsible
column-meaning-remark = remarks
doubt-named-twice = “{ $name }” stands in the attendance twice, each time otherwise.
doubt-seat-twice = “{ $seat }” is written both “{ $first }” and “{ $second }”; “{ $taken }” was recorded.
doubt-perhaps-seat = “{ $name }” may be the member “{ $seat }”; until you confirm it, that member is not ticked.
doubt-seat-is-new = “{ $name }” was no member; a new member of this name was recorded.
doubt-no-such-day = There is no such day: { $written }
doubt-row-is-no-resolution = This numbered row is not among the resolutions.
doubt-rows-missing = The text has { $numbered } numbered rows of resolutions, and only { $read } of them are among the resolutions.
