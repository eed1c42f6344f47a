# What is given out: documents as files, and why one is not.

document-minutes = Minutes
document-extract = Extract
document-correction = Correction
document-corrections = Corrections
document-all = All papers of the session
document-letter = Letter
document-letters = Letters of notification
document-reminder = Reminder
document-reminders = Reminders
document-invitation = Invitation
document-fees = Session fees
document-handover = Handover book
document-register = Register of resolutions
document-report = Report of the secretariat
document-attendance = Attendance
document-calendar = Calendar
document-template = Form of minutes
document-archive = Archive of dabir
document-archive-schema = Schema of the archive of dabir

issue-not-in-format = "{ $document }" is not given out as { $format }. Its formats: { $formats }

issue-without-date = { $session } has no date, so its paper was not made. Record the date of the session and try again.
issue-no-corrections = { $session } has no corrections.
issue-nobody-responsible = No resolution of { $session } names anybody, so there is no letter. Write who is responsible.
issue-nothing-registered = No resolution of that body and year is recorded; no register was written.
issue-nothing-late = Nothing is late or due within a week; there is no reminder.
issue-of-one-body = This document is of one body. Name it with --body: { $known }
issue-unusable-font = The font file cannot be used. Give another one (ttf or otf) in the settings.
issue-not-written = This document could not be made in this format. Choose another one.

given-present = { $files } is there already; nothing was written.
given-present-many = These files are there already; nothing was written: { $files }
given-present-more = { $count } files are there already; nothing was written: { $files } and { $more } more
given-unread = { $cause }; { $path } was not read. { $remedy } and try again.

write-no-folder = { $path } was not written: there is no such folder.
write-in-store = { $path } is a folder of dabir’s data, into which nothing but the program itself writes. Give another place.
write-is-folder = { $path } is a folder. Give the name of a file.
write-failed = { $cause }; { $path } was not written. { $remedy } and try again.
