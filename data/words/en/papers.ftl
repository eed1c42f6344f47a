# Documents: what stands in them beside the words of screens and commands.

paper-clause = clause { $letter }
paper-from-note = from note
paper-read-back = read-back
paper-agreed = agreed to
paper-weekday = weekday as written
paper-talk = now
paper-invitation = Letter of invitation:
paper-letter = letter of invitation
paper-of-clause = clause { $letter }, { $field }
paper-seat = Seat
paper-source = File
paper-signed-version = Signed version { $number }
version-opened = Version { $version } (code { $code }) was reopened on { $date } by { $by }: { $reason }
versions-alike = The two versions are the same.
paper-kept-late = names kept on
paper-reopened = reopened
paper-correction = Correction { $number }
paper-guest = guest
paper-person = in person
paper-signature = line of signature
paper-signing = signed
paper-letters = letters of clauses
paper-letters-alphabet = الف، ب، پ، ت
paper-letters-abjad = الف، ب، ج، د
paper-letters-numbers = ۱، ۲، ۳
paper-roll-call = roll call begins with
paper-class = name of a class
paper-class-yes = yes

# What an entry of the journal did to a record.
paper-made = new
paper-changed = changed
paper-removed = removed
paper-unreadable = this version cannot read it
paper-place = place in the session
paper-moved = changed
paper-other = what no paper tells
paper-unseen = changed; --format json shows it

# The form of an office, and why one cannot be filled in.
form-name = Template of minutes
form-title = Minutes of the { $name }
form-invocation = In His Name
form-weekday = Weekday
paper-page = Page
paper-of-pages = of
form-no-document = The template is no Word document (.docx).
form-too-large = The template, or the document made of it, is too large.
form-damaged = The template is damaged and cannot be read; open it in Word and save it again.
form-macros = The template has macros, which would go out with every document; save it without them (.docx).
form-no-field = The template has no field in it; make it of what “dabir export template” writes.
form-unknown-field = The template asks for the field “{ $name }”, which is not known ({ $place }).
form-unclosed = “{ $name }” in the template is not closed by {"}}"} ({ $place }).
form-outside-row = The field “{ $name }” belongs into a row of a table ({ $place }).
form-two-lists = Two lists in one row of a table: take “{ $name }” out ({ $place }).
form-list-in-list = The list “{ $name }” stands inside the row of another list ({ $place }).
form-in-row = table { $table }, row { $row }
form-in-paragraph = paragraph { $paragraph }
form-in-header = header, { $place }
form-in-footer = footer, { $place }
form-in-notes = notes, { $place }
