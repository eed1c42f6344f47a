//! Who was there, as minutes tell it: a table of the seats or a sentence for each way of being there, the count, the
//! guests. Does not know who signs.

use super::{all_remarks, heading};
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::correction::Corrected;
use crate::domain::minutes_layout::{AttendanceForm, Section};
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::Guest;
use crate::exchange::paper::{Block, PaperColumn, PaperTable, Text};
use crate::office::query::{RollRow, SessionView};
use crate::papers::plain::line;
use crate::text::without_isolates;
use crate::words::Words;

/// The share of a column of numbers: the narrowest in which «ردیف» stands in one line.
pub(super) const ROW_SHARE: u32 = 8;
/// Between two of a list.
const SEMICOLON: &str = "؛ ";

/// The seats, the count and the guests; nothing where there are none of them.
pub(super) fn attendance(words: &Words, view: &SessionView, form: AttendanceForm) -> Vec<Block> {
    let guests = &view.session.guests;
    if view.roll.is_empty() && guests.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(words, Section::Attendance)];
    match form {
        AttendanceForm::Table => {
            blocks.extend(table_of_seats(words, view));
            blocks.extend(counted(words, view).map(paragraph));
            blocks.extend(guests_apart(words, guests));
        }
        AttendanceForm::Running => {
            blocks.extend(Presence::ALL.iter().filter_map(|one| sentence(words, view, *one)));
            blocks.extend(guests_in_a_sentence(words, guests).map(Block::Paragraph));
            blocks.extend(counted(words, view).map(paragraph));
        }
    }
    blocks
}

fn paragraph(sentence: String) -> Block {
    Block::Paragraph(Text::ours(sentence))
}

/// A seat in a row; columns in which nothing would stand are left out.
fn table_of_seats(words: &Words, view: &SessionView) -> Option<Block> {
    if view.roll.is_empty() {
        return None;
    }
    let rows: Vec<SeatRow> = view
        .roll
        .iter()
        .map(|row| SeatRow::of(words, view, row))
        .collect();
    let column = |id: &str, share: u32, cell: fn(&SeatRow) -> &Text| {
        let cells: Vec<Text> = rows.iter().map(|row| cell(row).clone()).collect();
        (Text::ours(words.say(id)), share, cells)
    };
    let numbers = (1..=rows.len()).map(|number| Text::ours(words.number(number)));
    let columns = [
        (Text::ours(words.say("column-row")), ROW_SHARE, numbers.collect()),
        column("column-seat", 26, |row| &row.seat),
        column("minutes-person", 24, |row| &row.person),
        column("minutes-presence", 14, |row| &row.presence),
        column("minutes-representative", 20, |row| &row.representative),
        column("minutes-remarks", 15, |row| &row.remark),
    ];
    Some(Block::Table(of_columns(columns, false)))
}

/// A table from its columns, without those that are blank throughout.
pub(super) fn of_columns(
    columns: impl IntoIterator<Item = (Text, u32, Vec<Text>)>,
    signed: bool,
) -> PaperTable {
    let filled = |(_, _, cells): &(Text, u32, Vec<Text>)| cells.iter().any(|cell| !cell.is_blank());
    let columns: Vec<_> = columns.into_iter().filter(filled).collect();
    let count = columns.iter().map(|(_, _, cells)| cells.len()).max().unwrap_or(0);
    let row = |at: usize| {
        columns
            .iter()
            .map(|(_, _, cells)| vec![cells[at].clone()])
            .collect()
    };
    PaperTable {
        rows: (0..count).map(row).collect(),
        columns: columns
            .into_iter()
            .map(|(head, share, _)| PaperColumn { head, share })
            .collect(),
        signed,
    }
}

/// What stands in the row of a seat.
struct SeatRow {
    seat: Text,
    person: Text,
    presence: Text,
    representative: Text,
    remark: Text,
}

impl SeatRow {
    fn of(words: &Words, view: &SessionView, row: &RollRow) -> SeatRow {
        // Earlier absences and who stood in last are for the one who ticks.
        let RollRow {
            seat,
            attendance,
            last: _,
            absences: _,
        } = row;
        let corrected = all_remarks(words, view, &Corrected::Attendance(seat.id.clone()));
        let sitter = Sitter::of(seat, attendance, view);
        SeatRow {
            seat: Text::stored(&seat.name).and(corrected),
            person: Text::joined([sitter.name, sitter.post], "، "),
            presence: Text::ours(presence(words, attendance.status)),
            representative: attendance
                .representative
                .as_ref()
                .map(stand_in)
                .unwrap_or_default(),
            remark: remark(words, attendance),
        }
    }
}

/// Whose seat it was on the day: the person recorded, else the holder of the day.
pub(in crate::papers) struct Sitter {
    pub name: Text,
    /// Blank where the seat's name says the post already.
    pub post: Text,
}

impl Sitter {
    pub(in crate::papers) fn of(seat: &Seat, attendance: &Attendance, view: &SessionView) -> Sitter {
        if attendance.person.is_some() {
            let name = Text::some(attendance.person.as_ref());
            return Sitter {
                name,
                post: Text::default(),
            };
        }
        let holder = seat.holder_on(view.session.date).map(|holder| {
            let Holder {
                name,
                post,
                from: _,
                until: _,
                namesake: _,
            } = holder;
            let post = post.as_ref().filter(|post| !has_words(&seat.name, post));
            Sitter {
                name: Text::stored(name),
                post: Text::some(post),
            }
        });
        holder.unwrap_or(Sitter {
            name: Text::default(),
            post: Text::default(),
        })
    }
}

/// Whether these words stand in a text as words, in their order: «شهردار» is none of «شهرداری آبگون», and «معاون
/// استاندار» is in «معاون سیاسی استاندار».
fn has_words(text: &str, words: &str) -> bool {
    let mut text = text.split_whitespace();
    let mut words = words.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| text.any(|other| other == word))
}

/// A post and the seat it is held in, as one name: a word that ends the one and begins the other is said once («رئیس
/// سازمان جهاد کشاورزی», «دبیر شورای هماهنگی»); else a comma stands between («شهردار، شهرداری آبگون»).
pub(super) fn post_in_seat(post: Text, seat: &str) -> Text {
    let written = without_isolates(&line(&post));
    let last = written.split_whitespace().next_back();
    let (first, rest) = seat.split_once(' ').unwrap_or((seat, ""));
    let is_same = last.is_some_and(|last| first == last || first.strip_suffix('ی') == Some(last));
    match (is_same, written.trim_end().rsplit_once(' ')) {
        (true, Some((before, _))) => Text::stored(format!("{before} {first} {rest}")),
        _ => Text::joined([post, Text::stored(seat)], "، "),
    }
}

/// «نام، سمت» of who stood in.
pub(in crate::papers) fn stand_in(who: &Representative) -> Text {
    let Representative { name, post } = who;
    Text::joined([Text::some(name.as_ref()), Text::some(post.as_ref())], "، ")
}

/// Why the principal was away, and the hours of one who came late or left early.
pub(in crate::papers) fn remark(words: &Words, attendance: &Attendance) -> Text {
    let Attendance {
        session: _,
        seat: _,
        status: _,
        person: _,
        representative: _,
        reason,
        arrived,
        departed,
        again,
        extra: _,
    } = attendance;
    let at = |id, time: Option<crate::calendar::TimeOfDay>| {
        let said = time.map(|time| words.say_with(id, &[("time", words.time(time).into())]));
        said.map(Text::ours).unwrap_or_default()
    };
    let parts = [
        Text::some(reason.as_ref()),
        at("remark-arrived", *arrived),
        at("remark-departed", *departed),
    ];
    let later = again.iter().flat_map(|stay| {
        [
            at("remark-again", Some(stay.from)),
            at("remark-departed", stay.until),
        ]
    });
    Text::joined(parts.into_iter().chain(later), SEMICOLON)
}

/// How a seat was filled, in the words of minutes.
pub(in crate::papers) fn presence(words: &Words, presence: Presence) -> String {
    words.say(match presence {
        Presence::Present => "minutes-present",
        Presence::Video => "minutes-by-video",
        Presence::Represented => "minutes-represented",
        Presence::Excused => "minutes-excused",
        Presence::Absent => "minutes-absent",
        Presence::Unticked => "minutes-unticked",
    })
}

/// How many were there and whether that was enough; nothing before anybody was ticked.
pub(in crate::papers) fn counted(words: &Words, view: &SessionView) -> Option<String> {
    let tally = view.tally;
    if tally.seats == tally.unticked() {
        return None;
    }
    let args = [
        ("present", tally.counting().into()),
        ("seats", tally.seats.into()),
        ("needed", view.quorum.unwrap_or_default().into()),
    ];
    let id = match view.quorum {
        None => "minutes-count",
        Some(needed) if tally.counting() >= needed => "minutes-count-enough",
        Some(_) => "minutes-count-too-few",
    };
    Some(words.say_with(id, &args))
}

/// «غایبان موجه: نام (دستگاه) به علت مأموریت؛ ...»; nothing where no seat was filled so.
fn sentence(words: &Words, view: &SessionView, which: Presence) -> Option<Block> {
    let id = match which {
        Presence::Present => "minutes-those-present",
        Presence::Video => "minutes-those-by-video",
        Presence::Represented => "minutes-those-represented",
        Presence::Excused => "minutes-those-excused",
        Presence::Absent => "minutes-those-absent",
        Presence::Unticked => "minutes-those-unticked",
    };
    let of_it = view.roll.iter().filter(|row| row.attendance.status == which);
    let who = Text::joined(of_it.map(|row| in_a_sentence(words, view, row)), SEMICOLON);
    let label = || Text::ours(format!("{}: ", words.say(id)));
    (!who.is_blank()).then(|| Block::Paragraph(label().and(who)))
}

/// «نام (دستگاه)»; of a seat that was represented «نام به نمایندگی از دستگاه».
fn in_a_sentence(words: &Words, view: &SessionView, row: &RollRow) -> Text {
    let attendance = &row.attendance;
    let seat = Text::stored(&row.seat.name).and(all_remarks(
        words,
        view,
        &Corrected::Attendance(row.seat.id.clone()),
    ));
    let stand_in = attendance
        .representative
        .as_ref()
        .map(stand_in)
        .unwrap_or_default();
    let name = Sitter::of(&row.seat, attendance, view).name;
    let who = if attendance.status == Presence::Represented {
        let on_behalf = Text::ours(format!("{} ", words.say("minutes-on-behalf")));
        Text::joined([stand_in, on_behalf.and(seat)], " ")
    } else if name.is_blank() {
        seat
    } else {
        name.and(Text::ours(" (")).and(seat).and(Text::ours(")"))
    };
    let why = remark(words, attendance);
    if why.is_blank() {
        return who;
    }
    let because = match attendance.reason {
        Some(_) => words.say("minutes-because"),
        None => "-".to_owned(),
    };
    who.and(Text::ours(format!(" {because} "))).and(why)
}

/// The guests: a table where posts are known, else a list.
fn guests_apart(words: &Words, guests: &[Guest]) -> Vec<Block> {
    if guests.is_empty() {
        return Vec::new();
    }
    let name = |Guest { name, post: _ }: &Guest| Text::stored(name);
    let post = |Guest { name: _, post }: &Guest| Text::some(post.as_ref());
    let names: Vec<Text> = guests.iter().map(name).collect();
    let posts: Vec<Text> = guests.iter().map(post).collect();
    let heading = Block::Heading(Text::ours(words.say("show-guests")));
    if posts.iter().all(Text::is_blank) {
        let list = Block::List {
            numbered: true,
            items: names,
        };
        return vec![heading, list];
    }
    let numbers = (1..=guests.len()).map(|number| Text::ours(words.number(number)));
    let columns = [
        (Text::ours(words.say("column-row")), ROW_SHARE, numbers.collect()),
        (Text::ours(words.say("minutes-person")), 40, names),
        (Text::ours(words.say("minutes-post")), 55, posts),
    ];
    vec![heading, Block::Table(of_columns(columns, false))]
}

/// «مدعوین: نام (سمت)؛ نام».
pub(in crate::papers) fn guests_in_a_sentence(words: &Words, guests: &[Guest]) -> Option<Text> {
    let who = guests.iter().map(|Guest { name, post }| match post {
        Some(_) => {
            let post = Text::some(post.as_ref());
            Text::stored(name)
                .and(Text::ours(" ("))
                .and(post)
                .and(Text::ours(")"))
        }
        None => Text::stored(name),
    });
    let who = Text::joined(who, SEMICOLON);
    let label = || Text::ours(format!("{}: ", words.say("show-guests")));
    (!who.is_blank()).then(|| label().and(who))
}

#[cfg(test)]
mod tests {
    use super::{has_words, line, post_in_seat, without_isolates};
    use crate::exchange::paper::Text;

    #[test]
    fn a_post_and_its_seat_are_one_name_where_they_share_a_word() {
        for (post, seat, said) in [
            ("رئیس سازمان", "سازمان جهاد کشاورزی", "رئیس سازمان جهاد کشاورزی"),
            ("رئیس دانشگاه", "دانشگاه علوم پزشکی", "رئیس دانشگاه علوم پزشکی"),
            ("دبیر شورا", "شورای هماهنگی استان", "دبیر شورای هماهنگی استان"),
            ("شهردار", "شهرداری آبگون", "شهردار، شهرداری آبگون"),
            ("مدیرکل", "اداره کل بهزیستی", "مدیرکل، اداره کل بهزیستی"),
            ("", "دانشگاه", "دانشگاه"),
            ("سازمان", "سازمان آب", "سازمان، سازمان آب"),
        ] {
            let told = without_isolates(&line(&post_in_seat(Text::stored(post), seat)));
            assert_eq!(told.trim(), said);
        }
    }

    #[test]
    fn a_post_is_found_in_the_name_of_a_seat_by_whole_words() {
        assert!(has_words("معاون عمرانی استاندار", "استاندار"));
        assert!(has_words(
            "معاون سیاسی، امنیتی و اجتماعی استاندار",
            "معاون استاندار"
        ));
        assert!(!has_words("معاون استاندار", "استاندار معاون"));
        assert!(!has_words("شهرداری آبگون", "شهردار"));
        assert!(!has_words("شهرداری آبگون", ""));
    }
}
