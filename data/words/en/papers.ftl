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
paper-correction = Correction { $number }
paper-guest = guest
paper-person = in person
paper-signature = line of signature
paper-signing = signed
paper-letters = letters of clauses
paper-letters-alphabet = الف، ب، پ، ت
paper-letters-abjad = الف، ب، ج، د
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
