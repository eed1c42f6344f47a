# The workspace.

program = Dabir
sample-office = sample office
reading = Reading…
screen-too-small = This screen is too small. Make the window at least { $columns } columns by { $rows } rows.

screen-sessions = Sessions
screen-session = Session
screen-note = Note
screen-open = Open resolutions
screen-members = Members and organisations
screen-history = History
screen-entry = change
entry-title = change { $number }
entry-is-gone = This change was not found.
screen-figures = Figures
screen-figure-rows = Rows of a figure
screen-invitation = Invitation
screen-review = Earlier resolutions
screen-read-back = Read-back
screen-closing = Closing
screen-versions = Signed versions
screen-corrections = Corrections
screen-letters = Letters to organisations
screen-code = Verification code

session-name = Session { $number } of { $body }
session-name-bare = Session of { $body }
session-title = { $session } · { $date }
resolution-title = Resolution { $row }
resolution-title-bare = Resolution
resolution-of-session = { $resolution } of { $session }
session-is-gone = This session is no longer there.
note-is-gone = This note is no longer there.
resolution-is-gone = This resolution is no longer there.

weekday-saturday = Saturday
weekday-sunday = Sunday
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
day-unknown = date unknown
day-today = today
day-ahead = { $days ->
    [one] one day left
   *[other] { $days } days left
}
day-past = { $days ->
    [one] one day ago
   *[other] { $days } days ago
}
due-note = { $date } · { $distance }
day-off = { $date } ({ $why })
day-weekend = weekend
day-holiday = public holiday
due-of-clause = clauses: { $date }
due-first = first deadline { $date }, { $distance }
due-extended = extended to { $date }

# Tabs.
tab-details = Details
tab-agenda = Agenda
tab-attendance = Attendance
tab-notes = Notes
tab-resolutions = Resolutions
tab-raw = Raw text
tab-members = Members
tab-organisations = Organisations
tab-bodies = Bodies
tab-figures-year = Year
tab-figures-execution = Execution

# Heads of columns.
column-date = Date
column-session = Session
column-place = Place
column-chair = Chair
column-state = State
column-open = Open
column-overdue = Late
column-field = Field
column-version = Version
column-number = #
column-row = Row
column-agenda-item = Subject
column-minutes = Minutes
column-seat = Member
column-person = Name
column-presence = Attendance
column-remark = Remark
column-speaker = Speaker
column-note = Said
column-line = Line
column-text = Text
column-resolution = Subject and text
column-subject = Subject
column-deadline = Deadline
column-responsible = Responsible
column-status = Status
column-body = Body
column-organisation = Organisation
column-aliases = Other names
column-short-name = Short name
column-members = Seats
column-entry = Entry
column-when = When
column-who = Who
column-what = Change
column-missing = What is missing
column-leads-to = Where
column-chosen = ✓

# Fields.
field-body = Body
field-ordinal = Ordinal
field-year = Year
field-kind = Kind
field-date = Date
field-start = Start
field-end = End
field-place = Place
field-chair = Chair
field-secretary = Secretary
field-invitation-number = Invitation no.
field-invitation-date = Invitation date
field-notified = Notified
field-signatures = Signatures
field-annex = Annex
field-warnings = Warnings
field-session = Session
field-row = Row
field-subject = Subject
field-text = Text
field-deadline = Deadline
field-responsible = Responsible
field-status = Status
field-follows = Follows
field-clauses = Clauses
field-follow-ups = Follow-ups
field-answer = Answer
field-new-status = New status
field-answered-by = Answered by
field-letter = Letter no.
field-agenda-item = Subject
field-planned-minutes = Minutes planned
field-speaker = Speaker
field-note = Said
field-letter-text = Text
field-note-item = Agenda item
field-note-time = Time
field-agenda-kind = Kind
field-decided = Decided
field-presence = Attendance
field-person = Person
field-representative = Representative
field-representative-post = Their post
field-reason = Reason
field-arrived = Arrived
field-departed = Left
field-guest = Guest
field-guest-post = Post or organisation
field-name = Name
field-short-name = Short name
field-province = Province or county
field-chair-post = Chair's post
field-secretary-post = Secretary's post
field-numbering = Numbering
field-letters = Letters of clauses
field-terms = Terms of office
field-term = Term of office
field-seat = Member
field-order = Order
field-holder = Person
field-holder-post = Person's post
field-namesake = Who this is
field-holder-means = This name is
field-held-from = In this seat from
field-held-until = In this seat until
field-from = Seat exists from
field-until = Seat exists until
field-aliases = Other names
field-code = Verification code
field-reopening-reason = Reason for reopening
field-reopened-by = Reopened by
field-reopened-on = Reopened on
field-signed = Signed on
field-corrected = Corrections
field-was = In the minutes
field-shall-be = Correct text
field-correction-reason = Reason
field-new-deadline = New deadline
field-granted-on = Granted on
field-granted-by = Granted by
field-clause = Clause
field-clause-responsible = Responsible, clause { $letter }
field-clause-deadline = Deadline, clause { $letter }

numbering-yearly = from 1 every year
numbering-continuous = continuous
namesake-same = the person of this name who is known
namesake-other = another person of the same name
namesake-other-how = The two stay apart: a name mended for one is not mended for the other.
holder-mended = the same person
holder-another = another person
holder-mended-how = The name is put right everywhere but in signed minutes.
holder-another-how = Write in the next field from which day; the one before sits until the day before.
holder-sits-too = The same person sits in { $bodies }, too.
holder-earlier = Before: { $names }
holder-earlier-one = { $name } until { $until }
name-is-near = It is near to “{ $name }”. Is it that one?
name-of-these-is-near = “{ $written }” is near to “{ $name }”. Is it that one? Backspace takes the last name away
letters-abjad = الف ب ج د
letters-alphabet = الف ب پ ت
letters-numbers = ۱ ۲ ۳

# What may be written in a field.
hint-date = as 1401/9/1, 1 Azar 1401 or tomorrow
hint-time = such as 7:30
hint-text = Enter begins a paragraph; Tab goes to the next field
hint-text-of-clause = Tab: who acts on this clause, and until when; Enter: the next clause
hint-clause-deadline = the deadline of this clause; Enter goes back to the text
hint-terms = one term in each line, as: third term: 1401/1/1 تا 1404/12/29
hint-letter = F2 saves; emptied and saved, it is again as the session gives it
hint-deadline = such as: ۱۰ روز، یک ماه، تا پایان مهر، فوری، مستمر، ماهانه
hint-names = Write a name or alias and add it with Enter; Backspace takes the last one away
hint-choice = Choose with the arrows or Space
hint-follows = Enter finds the resolution; or write: بند ۷ مصوبه هفتمین جلسه
hint-reason = such as leave, mission, illness; Enter saves
hint-small = Enter saves; Tab goes to the next field
hint-speaker = Two letters of a name; Enter takes the offered name, Tab what is written
hint-namesake = Where somebody of this name sits elsewhere too: is it that person, or another of the same name?
hint-holder = Is a wrong name put right, or has another person come? Arrows choose
hint-aliases = One name a line, as people write them
hint-reopening = The minutes become a draft; the signed version stays with its code, and the next signature makes a new one
hint-signing = Once saved, the minutes are final and locked and get their code
hint-notified = The day the minutes went out to the organisations; Enter saves
hint-answer = Write one line; Enter saves, Tab goes to the new status
hint-follow-up = What was answered, or what somebody was reminded of; Tab goes on
hint-answered-by = A name or short name; Enter takes the offered one, Tab what is typed
hint-was = What the minutes say; you may shorten it
hint-shall-be = What is right, not what was signed; empty strikes it out
hint-corrected = Write what is right where it is wrong; the rest stays as it is
correction-of-clause = clause { $letter }
hint-correction-reason = Why it is corrected; what was signed stays as it is

# Forms.
form-session = Details of the session
form-session-new = New session
form-agenda-item = Agenda item
form-guest = Guest
form-mark = Attendance
form-note = Edit note
form-note-new = New note
form-resolution = Edit resolution
form-resolution-new = New resolution
form-follow-up = New follow-up
form-follow-up-edit = Edit follow-up
form-body = Body
form-seat = Member
form-organisation = Organisation
form-reopening = Reopen signed minutes
form-signing = Sign and close
form-notification = Notification
form-correction = Correction
form-answer = Answer
form-letter = Text of the invitation
form-clause = Clause
form-extension = Longer time
form-title-about = { $form }: { $about }
form-saving = Saving…
offer-as-written = as written
offer-phrase = { $key } writes: { $phrase }
deadline-read = { $kind } · { $date } · { $distance }
deadline-awaits-notification = { $kind } · the day of notification is not known yet
deadline-not-understood = Not understood; it stays as written.
follow-up-same-status = unchanged
follow-up-whole = whole
follow-up-answer = answer
follow-up-reminder = reminder
status-by-follow-up = The minutes are final; a new status comes with a follow-up.
follows-linked = Linked to the earlier resolution.
follows-unlinked = The words have changed; this is no longer linked to the earlier resolution.
follows-nothing = This resolution is linked to no earlier one.
alike-warning = Nearly the same as { $resolution } of { $session }; { $key } shows it.
alike-none = No earlier resolution was found that is nearly the same.
alike-title = A resolution that is nearly the same
alike-hint = Enter makes this one follow it · Esc goes back to writing
split-save-first = Save first ({ $key }), then split.
split-no-part = This text is one sentence; while editing ({ $edit }), { $key } splits it at the caret.
merge-no-next = There is no resolution behind this one.
chosen-count = { $count ->
    [one] 1 resolution chosen
   *[other] { $count } resolutions chosen
} · { $keys }
clause-keys = Clause { $letter } · Enter edit · { $status } status · { $extend } longer time · { $follow } follow-up
clause-keys-signed = Clause { $letter } · { $status } status · { $extend } longer time · { $follow } follow-up · { $correct } correction
follow-up-keys = Follow-up { $number } · Enter edit · { $remove } remove

# Words that go into the minutes; they are Persian in every language.
reference-row = row { $row } of { $session }
reference-no-row = resolution of { $session }
reference-session-year = session { $ordinal } of { $year }
reference-session = session { $ordinal }
reference-session-date = session of { $date }
reminder-text = اجرای مصوبه به دستگاه مسئول یادآوری شد.

problem-date = This date could not be read. Write it like 1401/9/1.
problem-time = This time could not be read. Write it like 7:30.
problem-number = Only a number can stand here.
problem-empty = This field is empty. Write something.
problem-same = This is what the minutes say already. Write what it shall be.
locked-but-corrected = The minutes are final and locked; write a correction with { $key }.

# What was done.
did-save = Saved
did-nothing = Nothing had changed
did-undo = Taken back: { $what }
did-redo = Brought back: { $what }
did-copy = Copied
line-is-slow = The line is slow, so decoration is left out; with the compression of ssh (Compression yes) every step is several times smaller.
copy-in-doubt = Sent to the terminal, which may not have taken it; it can be pasted here, and { $key } writes it to a file.
copy-written = The copy was written: { $path }
copy-not-written = { $cause }, and the copy was not written. { $remedy }.
did-split = Now there are two; the second stands behind and has no row yet. { $key } takes it back.
did-merge = The two are one now; { $key } takes it back.
did-open-roll = By the custom of this body all are present; tick the exceptions.

# Questions.
remove-title = Remove
remove-yes = Remove it
remove-no = Keep it
remove-session = Remove { $name } with all its notes, resolutions and attendance?
remove-resolution = Remove the resolution “{ $name }”?
remove-note = Remove the note of { $speaker }?
remove-follow-up = Remove the follow-up “{ $text }”?
remove-follow-up-status = The status that it brought ({ $now }) goes back to { $then }.
remove-agenda-item = Remove “{ $item }” from the agenda?
remove-guest = Remove { $name } from the guests?
remove-body = Remove { $name } with all its members and sessions?
remove-seat = Remove “{ $name }” from the members?
remove-organisation = Remove the organisation “{ $name }”? In resolutions its name stays as written.
remove-import = Remove what change { $entry } took in? What was changed since, or is used elsewhere, stays.
merge-title = Merge
merge-yes = Merge them
merge-question = Merge “{ $gone }” into “{ $kept }”? “{ $kept }” stays.
pick-merged-title = Into which one does this go?
removal-signed-stays = The words of signed minutes stay as they are.
removal-undo = { $key } takes it back.
touched-all = It touches { $what }.
touched-nothing = It touches nothing else.
touched-sessions = { $count ->
    [one] 1 session
   *[other] { $count } sessions
}
touched-resolutions = { $count ->
    [one] 1 resolution
   *[other] { $count } resolutions
}
touched-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
touched-marks = { $count ->
    [one] 1 recorded attendance
   *[other] { $count } recorded attendances
}
touched-seats = { $count ->
    [one] 1 member
   *[other] { $count } members
}
touched-organisations = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
}
renumber-title = Renumber
renumber-text = Number the resolutions of this session 1, 2, 3 … in their order? Their present numbers will change.
renumber-yes = Number them
renumber-no = Keep the numbers
ahead-title = Keys pressed while it was saved
ahead-text = Saving took long and is done. Meanwhile { $count } keys were pressed, perhaps for that form; none of them has been carried out.
ahead-drop = Leave them out
ahead-take = Carry them out on this screen
leave-title = Not saved
leave-text = What you wrote is not saved yet.
leave-stay = Go on writing
leave-save = Save it
leave-drop = Discard it
draft-title = Draft
draft-text = Something written before and not saved was kept for this form.
draft-bring = Bring it back
draft-drop = Discard it
draft-is-back = The draft is back; it is not saved yet.
unsaved-is-there = Not saved ({ $count }): { $what } · { $key } goes there
unsaved-in-form = Open the form “{ $form }”: what was not saved is offered there.
state-title = State of the session
state-text = Final minutes are locked and do not change any more.
status-title = Status of the resolution
new-session-body = A new session of which body?
status-title-chosen = { $count ->
    [one] Status of 1 resolution
   *[other] Status of { $count } resolutions
}
status-title-clause = Status of clause { $letter }
split-title = Split the resolution
split-text = Where does the second resolution begin?
pick-followed-title = Which resolution does this one follow?
pick-copied-title = Which resolution is taken over into this session?

# Lists.
sessions-sum = { $sessions } sessions · { $open } open resolutions · { $overdue } overdue
sessions-count = { $sessions } sessions
sessions-empty = No sessions yet. Add one with Insert, or bring minutes in with dabir import.
sessions-no-body = Record the body first, then its session.
agenda-empty = The agenda is empty.
notes-empty = No notes yet.
resolutions-empty = No resolutions yet.
roll-empty = This body has no members on the day of the session. Record them under “Members” in the list of sessions.
members-empty = The list is empty.
history-empty = Nothing was recorded yet.
open-empty = There are no open resolutions.
open-sum = { $count ->
    [one] 1 open resolution
   *[other] { $count } open resolutions
}
open-sum-first = The first { $count } open resolutions
grouping-pressing = most pressing first
grouping-organisation = by organisation
grouping-week = by due week
grouping-session = by session
board-rows = { $count ->
    [one] 1 resolution
   *[other] { $count } resolutions
}
board-late = Late
board-no-day = Without a due day
board-this-week = This week
board-next-week = Next week
board-last-week = Last week
board-weeks-ahead = { $weeks } weeks ahead
board-weeks-past = { $weeks } weeks ago
board-week-days = { $from } to { $until }
board-head-keys = For the { $count } of this group: { $keys }
history-what = { $what } · { $session }
note-agenda-item = agenda item { $number }
note-decided = → resolution { $row }
head-item = item { $number }
current-item = Item { $number }: { $title }
item-taken = { $taken } min
item-taken-of = { $taken } of { $planned } min
item-planned = { $planned } min planned
no-more-items = There is no further item.
agenda-ordinary = Ordinary
agenda-open-resolutions = Review of open resolutions
agenda-now = ▸ now
agenda-sum = { $items } items
agenda-sum-planned = { $items } items · { $minutes } min
agenda-ends = through at { $time }
agenda-unplanned = { $count } without a time
clause-head = clause { $letter } · { $status }
follow-up-letter = letter { $letter }
extension-head = extended: { $deadline }
extension-granted = on { $date }
warning-of-row = Row { $row }: { $warning }
warnings-count = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}

# Before and after the minutes are written.
agenda-approved = approved
approval-item = Enter approves the minutes of the session before, with their corrections.
approval-item-approved = Enter takes the approval back.
agenda-approval = Approval of the minutes of the session before
agenda-previous-minutes = approval of earlier minutes
agenda-review = Review of the resolutions of earlier sessions
invitation-edited = Changed by hand
review-item = Enter goes through the earlier resolutions one by one.
review-empty = No resolution of an earlier session is open.
review-sum = { $count ->
    [one] { $count } resolution · { $lights }
   *[other] { $count } resolutions · { $lights }
}
review-late = { $count } late
review-in-time = { $count } in time
review-done = { $count } done
review-nobody = Nobody responsible
review-last = Last answer { $date }: { $text }
review-status-text = In the review of earlier resolutions: { $status }
light-late = ● late
light-in-time = ○ in time
light-done = ✓ done
read-back-place = { $place } of { $count }
read-back-is-agreed = ✓ agreed
read-back-line = { $label }: { $text }
read-back-due = { $label }: { $written } ({ $date })
read-back-end = End of the read-back
read-back-agreed = { $agreed } of { $count } resolutions are agreed to.
read-back-all = All resolutions were read and agreed to.
read-back-rest = Still to come:
read-back-left = Row { $row }: { $name }
closing-sum = { $count } missing; Enter goes there, { $key } signs all the same
closing-sum-none = Nothing is missing
closing-nothing-missing = Nothing is missing. Sign and close with { $key }.
closing-not-a-draft = Before it is signed, make the session a draft.
closing-still-missing = { $count } still missing.
stage-title = { $stage } · { $session }
closing-final = The minutes are final
code-head = Verification code of the minutes
code-how-to-check = To check it, on any copy of dabir: { $command } must give this code. With any word of the minutes changed it is another one.
signed-by = Signed: { $chair } (chair), { $secretary } (secretary) · { $date }
notified-on = Notified: { $date }
not-notified = Not notified yet
corrections-count = { $count ->
    [one] { $count } correction
   *[other] { $count } corrections
}
letters-empty = No resolution names anybody; there is no letter.
letters-count = { $count } letters
letters-count-nobody = { $count } letters; { $nobody } resolutions name nobody and are in none
letters-nobody = Naming nobody: { $rows }
column-resolutions-count = Resolutions
versions-one = Only one version was signed; after the minutes are reopened and signed again, the two stand here side by side.
corrections-empty = There is no correction. On anything of final minutes { $key } writes one.
correction-head = { $number }. { $about }
correction-was-nothing = Nothing
correction-is-struck = Struck out

# The roll call.
roll-count = Present { $present } of { $seats }
roll-count-quorum = Present { $present } of { $seats } · quorum { $needed }
roll-unticked = { $count } not ticked
quorum-reached = quorum
quorum-missing = no quorum
roll-note = { $seat }
roll-note-remark = { $seat } · { $remark }
remark-arrived = came { $time }
remark-departed = left { $time }
roll-not-here = This member is not ticked as present.
roll-find-hint = First letters of a name, then a digit · Enter: done
roll-absences = absent { $count }/{ $limit }
absences-in-a-row = { $count } absences in a row
absences-in-a-row-limit = { $count } absences in a row of { $limit } allowed
absences-in-year = { $count } absences in the year
absences-in-year-limit = { $count } absences in the year of { $limit } allowed
presence-guest = guest

# Finding.
find-label = Find:
find-count = { $count } found
find-nothing = Nothing has these words.
filter-unknown-field = “{ $part }” names no field (character { $position }).
filter-unknown-value = “{ $part }” is no value of this field (character { $position }).
filter-missing-value = Nothing stands behind “{ $part }” (character { $position }).
filter-open-quotation = The quotation is not closed (character { $position }).
filter-bare-date = “{ $part }” is a date (character { $position }). Write due:{ $part } for a deadline, or quote it to look for these signs.

# Keys and commands.
help-title = Help for “{ $screen }”
palette-title = Commands
jump-title = Go to a session, member, organisation or resolution
jump-seat = Member
help-here = Here
help-everywhere = Everywhere
help-moving = Moving about
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-backspace = Backspace
key-delete = Del
key-insert = Ins
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
key-space = Space
do-move = move
do-open = open
do-back = back
do-quit = quit
do-help = help
do-find = find
do-undo = undo
do-redo = redo
do-add = add
do-add-session = new session
do-edit = edit
do-remove = remove
do-open-list = open resolutions
do-members = members
do-history = history
do-open-rows = rows
do-next-year = year
do-next-body = body
do-chart-or-map = chart/map
do-onward = onward
do-backward = backward
do-state = session state
do-status = status
do-follow-up = follow-up
do-go-to-session = session
do-move-up = move up
do-move-down = move down
do-renumber = renumber
do-copy = copy
do-present = present
do-video = video
do-represented = stand-in
do-excused = excused
do-absent = absent
do-untick = untick
do-mark-rest = rest present
do-edit-mark = details
do-add-guest = guest
do-arrived = arrived
do-departed = left
do-decide = resolution
do-next-item = next item
do-previous-item = previous item
do-tab-details = details
do-tab-agenda = agenda
do-tab-attendance = attendance
do-tab-notes = notes
do-tab-resolutions = resolutions
do-tab-raw = raw text
do-tab-members = members
do-tab-organisations = organisations
do-tab-bodies = bodies
do-tab-year = year at a glance
do-tab-figures-attendance = attendance of the year
do-tab-execution = execution
do-next-tab = next tab
do-previous-tab = previous tab
do-next-note = next note
do-previous-note = previous note
do-next-resolution = next resolution
do-previous-resolution = previous resolution
do-save = save
do-next-field = next field
do-previous-field = previous field
do-zwnj = zero-width non-joiner
do-undo-typed = undo typing
do-redo-typed = redo typing
do-copy-text = copy the selection
do-cut-text = cut the selection
do-move-in-text = move in the text
do-select = select text
do-start-selecting = start selecting text with the arrows
selecting = The arrows select text; { $key }: end
do-leave = leave
do-palette = commands
do-jump = go to…
do-go = go
do-go-then = go: { $where }
do-settings = settings
do-change = change
do-default-keys = first keys
do-invitation = invitation
do-review = earlier resolutions
do-read-back = read back
do-close = sign and close
do-correct = correct
do-versions = signed versions
do-version-before = version before
do-version-after = version after
do-corrections = corrections
do-letters = letters to organisations
do-notify = notified
do-agree = agreed
do-answer = answer
do-go-there = go there
do-read-next = next
do-read-previous = previous
do-paste-text = paste
do-edit-outside = outer editor
do-split = split
do-merge = merge with the next
do-merge-into = merge into…
do-merge-session = merge with another session
do-remove-import = remove import
do-save-and-next = save and next
do-unsaved = what was not saved
do-write-copy = write the copy to a file
do-copy-earlier = take an earlier one over
do-extend = longer time
do-choose-row = choose
do-remind = remind
do-grouping = group
do-fold = fold the group
do-fold-all = fold all groups
do-choose-all = choose the group
do-next-group = next group
do-previous-group = previous group
do-go-to-followed = earlier resolution (follows)
do-pick-followed = find the earlier resolution
do-show-alike = show the one alike
do-split-here = split here

# What the keys of a text say.
did-cut = Cut; { $key } pastes it.
nothing-selected = No text is selected; select it with Shift and the arrows, or { $key } and the arrows.
nothing-typed = Nothing was typed in this field that could be taken back.
nothing-to-type-again = Nothing was taken back that could be typed again.
nothing-copied = Nothing was copied or cut yet. Bring text of other programs with the terminal's own key for pasting.
help-persian-digit = A Persian digit was written; the settings ({ $key }) switch that off.
help-persian-letters = ی and ک became Persian; { $key } takes that back.
help-guillemets = The closing guillemet came with it; { $key } takes it back.
help-clause = The mark of the clause came or went by itself; { $key } takes that back.

# The editor outside.
outside-only-texts = The outer editor is for fields of text, like the wording and a note.
outside-came = The text came from the editor; { $key } takes it back. It is not saved yet.
outside-same = Nothing was changed in the editor.
outside-no-editor = No editor was found. Name one in the variable EDITOR, like EDITOR=nano.
outside-bad-words = The variable EDITOR cannot be read; mend its quotation marks.
outside-not-started = Mend the variable EDITOR; “{ $editor }” did not start: { $cause }.
outside-no-place = { $cause }; the temporary file was not written. { $remedy }; the text is as it was.
outside-failed = The editor ended with a fault; the text is as it was.
outside-failed-kept = The editor ended with a fault; the text is as it was. What it wrote: { $path }
outside-not-text = What the editor wrote is no UTF-8 text and was not taken. The file: { $path }
outside-not-read = { $cause }; what the editor wrote was not read. { $remedy }; the text is as it was.

# Settings.
screen-settings = Settings
place-form = forms
place-everywhere = everywhere
place-of-session = any session
place-comma = ,{" "}
column-setting = Setting
column-where = In
column-value = Value
setting-digits = Digits
setting-theme = Colours
setting-mouse = Mouse
setting-bandwidth = Line to the terminal
setting-arrows = Arrows in text
setting-persian-digits = Persian digits while typing
setting-persian-letters = Persian ی and ک in pasted text
setting-guillemets = Closing guillemet
setting-clauses = Next clause with Enter
value-persian = Persian (۱۲۳)
value-latin = Latin (123)
value-own-ground = for the terminal's own ground
value-dark = dark
value-light = light
value-visual = the way they point
value-logical = in reading order
value-auto = automatic
value-low = slow, without decoration
value-full = quick, with all decoration
value-true = on
value-false = off
settings-note = Enter sets the next value; it holds at once and is written down.
settings-note-key = Enter takes a new key; Del gives the first keys back.
settings-press-key = Press the new key of “{ $command }”; Esc: none
settings-problems = { $count ->
    [one] One fault in the file of settings: { $problem }
   *[other] { $count } faults in the file of settings; the first: { $problem }
}
settings-notice-title = The file of settings
settings-notice-more = { $count } more; see the settings.
settings-notice-end = The other settings hold, and the file stays as it was.
settings-notice-end-first = The first settings hold, and the file stays as it was.
settings-notice-ok = Seen
settings-problem-at = Line { $line }: { $what }
settings-not-read = { $cause }; the file of settings was not read. { $remedy }.
settings-not-text = The file of settings is no UTF-8 text. Save it anew as UTF-8.
settings-not-toml = From here on this is no TOML, and no setting was read. Mend the line, or put a # before it.
settings-unknown-name = “{ $name }” is no setting. Mend the name or take the line out.
settings-wrong-value = The value of “{ $name }” is not known. Write one of these: { $allowed }
settings-no-list = The keys of “{ $command }” are to be a list, like ["F2", "ctrl-s"].
settings-no-key = “{ $written }” for “{ $command }” names no key. Write it like F2, ctrl-s or ش.
settings-not-saved-damaged = The file of settings cannot be read, and nothing was written to it. The change holds until you leave.
settings-not-saved-damaged-at = Line { $line } of the file of settings cannot be read, and nothing was written to it. The change holds until you leave.
settings-not-saved-no-place = There is no place for a file of settings. Name one with --config.
settings-not-saved = { $cause }; the settings were not written. { $remedy }; the change holds until you leave.
keys-no-such-command = “{ $command }” is no command.
keys-fixed-command = The keys of “{ $command }” do not change.
keys-fixed-key = “{ $key }” means the same everywhere and goes to no other command.
keys-types = “{ $key }” is typed in forms. Give a key like F2 or Ctrl-S.
keys-none = “{ $command }” cannot be without a key; its first keys hold.
keys-taken = In “{ $place }”, “{ $key }” belongs to “{ $by }”; the keys before hold.
keys-taken-after-go = After the key of “go”, “{ $key }” belongs in “{ $place }” to “{ $by }”; the keys before hold.
config-head = The settings of dabir. You may edit this file; the settings can be changed within the program, too. A line that begins with # is not read.
config-digits = The digits shown; without it, those of the interface's language:
config-theme = The colours: for the terminal's own ground, or for a dark or a light one:
config-mouse = Whether the mouse works in the program; without it the terminal selects text by itself. Where nothing is written, it works but in GNU screen, which keeps Escape back meanwhile:
config-bandwidth = How much is sent to the terminal: "auto" leaves decoration out once the line is seen to be slow, "low" always, "full" never. Over ssh its own compression (Compression yes) spares more than that:
config-arrows = The left and right arrows in text: the way they point, or in reading order:
config-persian-digits = Digits typed in Persian text become Persian ones:
config-persian-letters = ي and ك in pasted text become ی and ک:
config-guillemets = « brings its closing one:
config-clauses = Enter in a clause «الف) …» begins the next one:
config-keys = Keys: for each command a list of keys. To change one, take the # away from its line.
config-keys-names = A key is F1 to F12, one letter, Persian or Latin, or enter, esc, tab, space, backspace, delete, insert, home, end, pageup, pagedown; before it ctrl-, alt- or shift-.
config-keys-fixed = Enter, Esc and the arrows mean the same everywhere and do not change. In forms, letters are typed and are no commands.

# Quick lookup.
screen-lookup = Search everything
lookup-label = Find:
lookup-hint = Words, open, overdue, responsible: due< status: subject: body: session: year:
lookup-count-more = more than { $count } found
index-so-far = The index is still being made; what is ready so far is shown.
open-sum-so-far = { $count } resolutions of what is ready so far; the index is still being made.
offers-label = Tab:
found-clause = Clause { $letter }
found-proviso = Proviso
found-follow-up = Follow-up
found-responsible = Responsible
found-deadline = Deadline
found-note = Note
found-agenda-item = Agenda
do-lookup = search all
do-take-offer = complete
do-next-offer = next offer
do-lines = one line or three
do-save-filter = keep the filter
filter-name-title = Keep the filter
filter-name = Name:
filter-is-empty = Nothing is written that could be kept.
filter-kept = filter
forget-filter = Take the filter “{ $name }” away?
setting-lookup = Hits when searching everything
value-one-row = one line
value-three-rows = three lines
config-lookup = Each hit when searching everything, in one row or in three:
setting-grouping = Grouping of what is open
config-grouping = Open resolutions: the most pressing first, by organisation, by due week or by session:
config-backup = the folder of daily backups; none is made by itself until one is named
config-backup-kept = of how many last days, weeks and months one is kept
config-filters = The filters you keep with F2 when searching everything, each with its name, like:
config-filters-example = "late roads" = "responsible:راه status:overdue"

# The tutor.
do-skip-lesson = next lesson
lesson-move = Sessions stand here from new to old, and the one that was held last is selected. Go with { $key } to the coming one above it.
lesson-open = Open the session with { $key }. The bar at the foot always says which key does what.
lesson-attendance = A session has several tabs. Go to the roll call with { $key }.
lesson-tick = One key records a member, and the cursor goes on by itself. Tick the exceptions, then make all others present with { $key }.
lesson-notes = Every change is on the disk at once. Now go to the notes with { $key }.
lesson-note = Add a note with { $key }: speaker, Tab, text, and save with F2.
lesson-resolutions = Go to the resolutions with { $key }.
lesson-add = Begin a new resolution with { $key }.
lesson-save = Write the text, the deadline as you would say it («دو هفته»), and the organisation by a few letters and Enter. Save with { $key }.
lesson-undo = Changed your mind? { $key } takes the last change back, whatever it was.
lesson-back = Go back with { $key }, step by step, to the list of sessions.
lesson-jump = { $key } jumps anywhere: a session, a member, an organisation, a resolution. Press it.
lesson-jumped = Write some letters of a name (such as «راه») and go there with Enter.
lesson-open-list = { $key } and then o brings the open resolutions, the most pressing first.
lesson-follow-up = Stand on one and record the organisation's answer with { $key }.
lesson-members = Every body has its members. { $key } and then w shows members and organisations.
lesson-body = Tab 3 has the bodies. Go there and make one with { $key }: its name, then F2 to save.
lesson-member = Tab 1 has the members. Add one with { $key }: organisation, Tab, name of the person, F2. Ctrl-E saves and opens the next one.
lesson-home = { $key } and then s goes back to the list of sessions from anywhere.
lesson-state = Every session has a state. Change that of this one with { $key }, and make it a draft with 3.
lesson-read-back = Open the session with Enter, and on tab 1 read it back with { $key }: one resolution after the other.
lesson-closing = With { $key } see what is missing before it is signed.
lesson-sign = Each line leads to its place. { $key } once more, and F2: the minutes are final, locked, and get their code.
lesson-correct = What was signed does not change. Go back to tab 1 with Esc, step by step, and write a correction with { $key }: the right value, the reason, F2.
lesson-papers = { $key } shows the documents of this session: minutes, letters, invitation.
lesson-lookup = { $key } searches everything: what was said, resolutions, names.
lesson-help = That is all! Wherever you are, { $key } shows all keys of that place. Press it.
lesson-end = The lessons are over. This sample office is gone when you leave ({ $quit }); try what you like. { $key }: close this strip
lesson-count = Lesson { $number } of { $all } · { $key }: next lesson

# The rounds of a deadline that comes round
field-rounds = Rounds
rounds-before = and { $count } before these
rounds-missed = { $count } unanswered
round-answered = answered on { $date }
round-answered-late = answered on { $date }, { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
round-passed-over = unanswered; closed by the answer of { $date }
round-missed = unanswered, { $distance }
round-next = next, { $distance }
field-follow-up-kind = Kind

# Figures.
figures-together = Together
figures-years = Years
figures-all-bodies = All bodies
figures-all-years = All years
figures-measure = { $name } (figure { $at } of { $of })
figures-selected = { $about }, { $name }: { $value }
figures-mark = { $seat }, { $session }: { $presence }
figures-not-expected = was no member
figures-best = best with { $least } tasks or more
figures-weakest = weakest
figures-no-roll = No session with members was held in this year and body.
figures-no-rows = There is no row behind this figure.
figures-rows = { $figure } · { $count } rows
figures-rows-first = { $figure } · first { $first } rows of { $count }
sign-present = P
sign-video = V
sign-represented = R
sign-excused = E
sign-absent = A
sign-unticked = ·

# The legal clocks of a session
clock-agenda = Agenda due
clock-minutes = Minutes due
clock-binding = Binding day
clock-short = { $clock }: { $state }
clock-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
clock-today = today
clock-late = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
clock-kept = in time
clock-kept-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
clock-binds = binding now
clock-sent = sent on { $date }
clock-issued = issued on { $date }
clock-no-date = the day of the session is not known
clock-no-invitation = no day of invitation was recorded
clock-not-held = the session has not met
clock-no-day-of-issue = no day of signing or notification was recorded
clock-not-notified = the minutes were not notified
clock-brief-agenda = agenda
clock-brief-minutes = minutes
clock-brief-binding = binding
clock-brief-left = { $clock } in { $days } d
clock-brief-today = { $clock } today
clock-brief-late = { $clock } { $days } d late
state-with-clock = { $state } ⚠

# The rules of a body in a span of time
do-rules = rules
form-rules = Rules
rules-title = Rules of { $body }
rules-text = A session goes by the rules that held on its own day.
rules-span = from { $from } to { $until }
rules-always = —
rules-new = New rules
field-rules-from = In force from
field-rules-until = In force until
field-rules-source = Source
field-quorum = Quorum
field-quorum-value = Size of it
field-agenda-days = Agenda, days before
field-minutes-days = Minutes, within days
field-binding-days = Binding, days after
field-absences-in-a-row = Absences in a row
field-absences-in-a-year = Absences in a year
quorum-none = none
quorum-seats = so many
quorum-at-least = at least this part
quorum-more-than = more than this part
hint-quorum = a number such as 9, or a part such as 2/3
problem-quorum = This quorum could not be read. Write a number such as 9, or a part such as 2/3.
problem-until-before-from = The end lies before the beginning.
problem-since-when = From which day does the new person sit here? Write the day.
problem-term = A term was not read. Write each line as “third term: 1401/1/1 تا 1404/12/29”.
problem-since-before-last = This day lies before the one on which the person before came.
problem-rules-empty = No rule is written here.

# What happened to the data in the middle of work
news-title = The data
news-seen = seen
news-journal-damaged = The journal is damaged ({ $path }); { $readable } of its entries can be read. So that it gets no worse, nothing is recorded from now on. Leave the program, copy the folder, and then run: dabir check --rebuild
news-remade = What stands ready to read was damaged and was made again from the journal: { $records } records. Nothing that was recorded is lost, and nothing needs to be done.
news-drafts-lost = Drafts that were not saved could not be read and are lost; write again what you had not saved.
news-set-aside = The damaged ones are kept in { $path }; when all is well, that can be deleted.
news-part-set-aside = A part of what stands ready to read, which can be done without, was damaged and was set aside. Nothing is lost, and nothing needs to be done.
news-unreadable = { $count } records could not be read and are missing from what you see, among them { $record }. Everything else is right. When you have left, run: dabir check
news-backup-failed = { $cause }; today’s backup was not made in { $path }. { $remedy }; it is tried again tomorrow, or when the program is opened again.
news-backup-old = The last backup was made { $days } days ago. Name a folder for daily backups in the file of settings: [backup] folder
news-backup-none = No backup has been made yet. Name a folder for daily backups in the file of settings: [backup] folder
news-left-outside = Last time the program ended while a text was open in an outside editor. Its draft was kept, and its file is in { $path }; if something newer stands there take it, then remove the file.
news-drafts-not-kept = { $cause }; the draft of what you are writing is not on the disk. Your words are only in the memory of this program and are lost when it closes. { $remedy }; it is tried again every second.
news-journal-away = The file { $path } was removed, moved or replaced. Your last change was not saved, and nothing is saved until that file is at its place again. What was saved before is still in memory: write all of it to another place now.
news-write-elsewhere = Write everything to my folder

## Documents given out
screen-giving = Documents
screen-preview = Preview
column-document = Document
column-format = Format
notify-title = Notification
notify-text = The notification of this session is not recorded yet. Shall it be recorded, on { $date }, together with the letters?
notify-with = Write the letters and record it
notify-without = Only write the letters
giving-notified = The notification was recorded
giving-all-bodies = all bodies
giving-all-years = all years
giving-year = the year { $year }
giving-folder = Folder: { $folder }
giving-busy = A document is being written. Let it end, or stop it with Esc.
giving-goes-on = { $done } of { $all } files are written. Esc stops it.
giving-stopped = Stopped. { $count } files are written whole.
giving-before = Before that { $count } files were written whole.
giving-done = Written: { $path }
giving-done-many = { $count } files written: { $path }
giving-none = Nothing was written; what was there stayed.
giving-title = Written
giving-fetch = To get it on your own computer: { $command }
giving-ok = All right
giving-copy = Copy the command
replace-title = Replace?
replace-yes = Replace
replace-missing = Write only those that are missing
replace-no = Leave as it is
folder-title = Folder of documents
folder-label = Text:
folder-hint = Enter takes it, Esc closes
preview-empty = There is nothing in it.
do-give = documents
do-give-out = write the file
do-next-format = next format
do-previous-format = format before
do-folder = folder
do-preview = preview
setting-font = Font of text in documents
setting-heads-font = Font of titles in documents
setting-font-file = Font file of text, for pdf
setting-heads-font-file = Font file of titles, for pdf
setting-template = Our own form of minutes
setting-format = Format of documents
setting-unset = —
settings-documents = Documents
settings-note-text = Enter asks for it, Del takes it away; it holds at once and is written down.
settings-note-format = Enter sets the next format, Del takes it away; without it each document has its usual one.
setting-byte-order-mark = Mark of UTF-8 at the start of csv
config-byte-order-mark = A csv file begins with the mark of UTF-8, as Excel wants it:
config-font = Name of the font of text in documents of Word and html:
config-heads-font = Name of the font of titles:
config-font-file = File of the font of text for pdf:
config-heads-font-file = File of the font of titles for pdf:
config-template = The office's own form of minutes (docx); dabir export template gives ours:
config-folder = The folder that documents are written to:
config-format = The format that was given last:
config-attachments = Attachments up to this size (MiB) are kept beside the data; of larger ones only name and SHA-256 stay

## The layout of minutes
do-layout = layout of minutes
do-put-in-or-out = in or out
do-wider = wider
do-narrower = narrower
screen-layout = Layout of minutes
layout-title = Layout of the minutes of { $body }
layout-kind = Kind
layout-what = Section or column
layout-width = Width
layout-state = State
layout-section = section
layout-column = column
layout-in = in
layout-out = out
layout-widths-of-columns = Only columns that stand in the minutes have a width.
layout-width-ends = This column gets no wider or narrower.
layout-last-stays = At least one has to stay.
