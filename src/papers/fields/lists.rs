//! The lists of a session for a form: each the rows of a table, a value for every column.
//! Does not know how the table looks.

use super::flat;
use crate::calendar::TimeOfDay;
use crate::domain::attachment::Attachment;
use crate::domain::attendance::Attendance;
use crate::domain::correction::Correction;
use crate::domain::deadline::Deadline;
use crate::domain::resolution::{ClauseState, Resolution, Responsible};
use crate::domain::seat::Holder;
use crate::domain::session::{AgendaItem, Guest, Note};
use crate::exchange::docx::template::{FieldList, FieldNames};
use crate::exchange::paper::Text;
use crate::office::query::{ResolutionRow, RollRow, SessionView};
use crate::papers::attached::attached;
use crate::papers::minutes::{Sitter, presence, remark, signers, stand_in};
use crate::say;
use crate::text::without_isolates;
use crate::words::Words;

/// Between names in one line.
const SEMICOLON: &str = "؛ ";
/// Between the name of a person and the post.
const COMMA: &str = "، ";

/// All of them.
pub(super) fn lists(words: &Words, view: &SessionView) -> Vec<FieldList> {
    vec![
        agenda(words, view),
        notes(words, view),
        resolutions(words, view),
        seats(words, view),
        guests(words, view),
        signatures(words, view),
        corrections(words, view),
        attachments(words, view),
    ]
}

fn list(names: FieldNames, columns: &[FieldNames], rows: impl Iterator<Item = Vec<String>>) -> FieldList {
    FieldList {
        names,
        columns: columns.to_vec(),
        rows: rows.collect(),
    }
}

/// The rows with their numbers.
fn counted<'a, T>(words: &Words, rows: &'a [T]) -> impl Iterator<Item = (String, &'a T)> {
    (1u32..)
        .zip(rows)
        .map(|(number, row)| (words.number(number), row))
}

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn agenda(words: &Words, view: &SessionView) -> FieldList {
    let columns = [
        ["دستور.ردیف", "agenda.row"],
        ["دستور.عنوان", "agenda.title"],
        ["دستور.نتیجه", "agenda.result"],
    ];
    let rows = counted(words, &view.session.agenda).map(|(number, item)| {
        let AgendaItem {
            title,
            planned_minutes: _,
            kind: _,
            result,
            confidential,
            carried_from: _,
            // All files are a list of their own.
            attachments: _,
        } = item;
        let result = result.map(|result| say::item_result(words, result));
        vec![
            number,
            shown_to_readers(words, title, *confidential),
            result.unwrap_or_default(),
        ]
    });
    list(["دستور_کار", "agenda"], &columns, rows)
}

fn notes(words: &Words, view: &SessionView) -> FieldList {
    let columns = [
        ["مطلب.ردیف", "note.row"],
        ["مطلب.گوینده", "note.speaker"],
        ["مطلب.متن", "note.text"],
    ];
    let rows = counted(words, &view.notes).map(|(number, note)| {
        let Note {
            id: _,
            position: _,
            agenda_item: _,
            speaker,
            at: _,
            text: said,
            // Those are not given out at all.
            private: _,
            extra: _,
        } = note;
        vec![number, text(speaker), said.clone()]
    });
    list(["مطالب", "notes"], &columns, rows)
}

fn resolutions(words: &Words, view: &SessionView) -> FieldList {
    let columns = [
        ["مصوبه.ردیف", "resolution.row"],
        ["مصوبه.موضوع", "resolution.subject"],
        ["مصوبه.متن", "resolution.text"],
        ["مصوبه.مهلت", "resolution.deadline"],
        ["مصوبه.سررسید", "resolution.due"],
        ["مصوبه.مسئول", "resolution.responsible"],
        ["مصوبه.پیرو", "resolution.follows"],
        ["مصوبه.رأی", "resolution.vote"],
    ];
    let rows = counted(words, &view.resolutions).map(|(number, row)| resolution(words, number, row));
    list(["مصوبات", "resolutions"], &columns, rows)
}

fn resolution(words: &Words, number: String, row: &ResolutionRow) -> Vec<String> {
    let Resolution {
        id: _,
        position: _,
        row: written_row,
        subject,
        text: wording,
        clauses: _,
        deadline,
        responsible,
        // What became of it later is not of the session.
        status: _,
        follow_ups: _,
        extensions: _,
        follows,
        from_note: _,
        agenda_item: _,
        agreed: _,
        vote,
        confidential,
        attachments: _,
        // The corrections of the minutes are a list of their own.
        corrected: _,
        extra: _,
    } = &row.resolution;
    let of_clauses = |told: fn(&ClauseState) -> String| by_clause(&row.resolution, told);
    let mut deadlines = vec![written(deadline.as_ref())];
    deadlines.extend(of_clauses(|clause| written(clause.deadline.as_ref())));
    let mut who = vec![names(responsible)];
    who.extend(of_clauses(|clause| names(&clause.responsible)));
    let lines = |lines: Vec<String>| {
        let filled = lines.into_iter().filter(|line| !line.is_empty());
        filled.collect::<Vec<_>>().join("\n")
    };
    vec![
        written_row.map_or(number, |row| words.number(row)),
        text(subject),
        shown_to_readers(words, wording, *confidential),
        lines(deadlines),
        row.due.map(|day| words.day(day)).unwrap_or_default(),
        lines(who),
        follows
            .as_ref()
            .map(|one| one.written.clone())
            .unwrap_or_default(),
        vote.as_ref()
            .map(|vote| without_isolates(&say::voted(words, vote, row.came_about.tallied)))
            .unwrap_or_default(),
    ]
}

/// The words, or that they are confidential.
fn shown_to_readers(words: &Words, text: &str, confidential: bool) -> String {
    match confidential {
        true => words.say("paper-confidential"),
        false => text.to_owned(),
    }
}

/// «الف) ...» for each clause that has something of its own.
fn by_clause(resolution: &Resolution, told: fn(&ClauseState) -> String) -> Vec<String> {
    let letters = resolution.known_letters().into_iter();
    let told = letters.filter_map(|letter| {
        let told = resolution.clauses.get(&letter).map(told)?;
        (!told.is_empty()).then(|| format!("{letter}) {told}"))
    });
    told.collect()
}

fn written(deadline: Option<&Deadline>) -> String {
    deadline
        .map(|Deadline { written, meaning: _ }| written.clone())
        .unwrap_or_default()
}

fn names(all: &[Responsible]) -> String {
    let names = all.iter().map(|one| one.written.as_str());
    names.collect::<Vec<_>>().join(SEMICOLON)
}

fn seats(words: &Words, view: &SessionView) -> FieldList {
    let columns = [
        ["عضو.ردیف", "seat.row"],
        ["عضو.دستگاه", "seat.organisation"],
        ["عضو.نام", "seat.name"],
        ["عضو.سمت", "seat.post"],
        ["عضو.نام_و_سمت", "seat.name_and_post"],
        ["عضو.حضور", "seat.presence"],
        ["عضو.نماینده", "seat.representative"],
        ["عضو.دلیل", "seat.reason"],
        ["عضو.ورود", "seat.arrived"],
        ["عضو.خروج", "seat.departed"],
        ["عضو.توضیح", "seat.remark"],
    ];
    let rows = counted(words, &view.roll).map(|(number, row)| seat(words, number, row, view));
    list(["اعضا", "seats"], &columns, rows)
}

/// In the words of minutes.
fn seat(words: &Words, number: String, row: &RollRow, view: &SessionView) -> Vec<String> {
    let Attendance {
        session: _,
        seat: _,
        status,
        person,
        representative,
        reason,
        arrived,
        departed,
        // It is in the remark.
        again: _,
        extra: _,
    } = &row.attendance;
    let holder = row.seat.holder_on(view.session.date).filter(|_| person.is_none());
    let post = holder.map(
        |Holder {
             name: _,
             post,
             from: _,
             until: _,
             namesake: _,
         }| text(post),
    );
    let sitter = Sitter::of(&row.seat, &row.attendance, view);
    let name = flat(&sitter.name);
    let who = Text::joined([sitter.name, sitter.post], COMMA);
    let time = |time: &Option<TimeOfDay>| time.map(|time| words.time(time)).unwrap_or_default();
    vec![
        number,
        row.seat.name.clone(),
        name,
        post.unwrap_or_default(),
        flat(&who),
        presence(words, *status),
        representative
            .as_ref()
            .map(|who| flat(&stand_in(who)))
            .unwrap_or_default(),
        text(reason),
        time(arrived),
        time(departed),
        flat(&remark(words, &row.attendance)),
    ]
}

/// Those who sign in a table, as minutes have them.
fn signatures(words: &Words, view: &SessionView) -> FieldList {
    let columns = [
        ["امضاکننده.ردیف", "signer.row"],
        ["امضاکننده.نام", "signer.name"],
        ["امضاکننده.سمت", "signer.post"],
    ];
    let signers = signers(words, view);
    let rows = counted(words, &signers);
    let rows = rows.map(|(number, one)| vec![number, flat(&one.name), flat(&one.post)]);
    list(["امضاکنندگان", "signers"], &columns, rows)
}

fn guests(words: &Words, view: &SessionView) -> FieldList {
    let columns = [
        ["مدعو.ردیف", "guest.row"],
        ["مدعو.نام", "guest.name"],
        ["مدعو.سمت", "guest.post"],
    ];
    let rows = counted(words, &view.session.guests);
    let rows = rows.map(|(number, Guest { name, post })| vec![number, name.clone(), text(post)]);
    list(["مدعوین", "guests"], &columns, rows)
}

fn corrections(words: &Words, view: &SessionView) -> FieldList {
    let columns = [
        ["اصلاحیه.شماره", "correction.number"],
        ["اصلاحیه.تاریخ", "correction.date"],
        ["اصلاحیه.نوشته", "correction.was"],
        ["اصلاحیه.درست", "correction.shall_be"],
        ["اصلاحیه.دلیل", "correction.reason"],
    ];
    let rows = view.corrections.iter().map(|correction| {
        let Correction {
            id: _,
            number,
            date,
            by: _,
            about: _,
            was,
            shall_be,
            reason,
            // The words name both.
            changes: _,
            version: _,
            extra: _,
        } = correction;
        let day = words.day(*date);
        vec![
            words.number(*number),
            day,
            was.clone(),
            shall_be.clone(),
            reason.clone(),
        ]
    });
    list(["اصلاحیه‌ها", "corrections"], &columns, rows)
}

fn attachments(words: &Words, view: &SessionView) -> FieldList {
    let columns = [
        ["ضمیمه.ردیف", "attachment.row"],
        ["ضمیمه.نام", "attachment.name"],
        ["ضمیمه.درباره", "attachment.of"],
        ["ضمیمه.اندازه", "attachment.size"],
        ["ضمیمه.اثر", "attachment.sha256"],
    ];
    let all = attached(words, view);
    let rows = counted(words, &all).map(|(number, (of, attachment))| {
        let Attachment {
            name,
            bytes,
            sha256,
            named_only: _,
        } = attachment;
        let size = without_isolates(&say::size(words, *bytes));
        vec![number, name.clone(), of.clone(), size, sha256.clone()]
    });
    list(["ضمیمه‌ها", "attachments"], &columns, rows)
}
