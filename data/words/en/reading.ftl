# Minutes on their way in: what a body's minutes mean, and their review.

## What a person has said of how the minutes of a body are written
reading-columns = Meaning of column
reading-headings = Meaning of heading
reading-seats = Other name of a member
reading-deadlines = Meaning of deadline
reading-remark = Remarks
reading-present = Present
reading-absent = Absent
reading-guests = Guests
