//! What stands behind the resolutions: annexes, who signs, corrections. Does not know what the minutes decided.

use super::attendance::{ROW_SHARE, Sitter, of_columns, post_in_seat, stand_in};
use super::heading;
use crate::domain::minutes_layout::Section;
use crate::domain::names::whole_name;
use crate::domain::session::{Annex, Signing};
use crate::exchange::paper::{Block, LabelledText, PaperColumn, PaperTable, Text};
use crate::office::query::{RollRow, SessionView};
use crate::papers::attached::attached_lines;
use crate::papers::plain::line;
use crate::papers::{approvals, closing, versions};
use crate::text::fold_tight;
use crate::words::Words;

/// Each annex under its number and title, then the files that belong to the minutes.
pub(super) fn annexes(words: &Words, view: &SessionView) -> Vec<Block> {
    let mut blocks = tables(words, &view.session.annexes);
    let files = attached_lines(words, view);
    if !files.is_empty() {
        blocks.push(Block::Heading(Text::ours(words.say("minutes-attachments"))));
        blocks.push(Block::List {
            numbered: true,
            items: files,
        });
    }
    blocks
}

fn tables(words: &Words, annexes: &[Annex]) -> Vec<Block> {
    let one = |(number, annex): (u32, &Annex)| {
        let Annex { title, rows } = annex;
        let label = words.say_with("minutes-annex", &[("number", number.into())]);
        let title = Text::joined([Text::ours(label), Text::some(title.as_ref())], ": ");
        [Block::Heading(title), Block::Table(annexed(rows))]
    };
    (1u32..).zip(annexes).flat_map(one).collect()
}

/// Its cells; a row that is shorter than others is filled up. A first row that begins with «ردیف» is the head.
fn annexed(rows: &[Vec<String>]) -> PaperTable {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cell = |row: &Vec<String>, at: usize| Text::some(row.get(at));
    let is_head = |row: &&Vec<String>| row.first().is_some_and(|cell| fold_tight(cell) == "ردیف");
    let head = rows.first().filter(is_head);
    let column = |at: usize| PaperColumn {
        head: head.map(|row| cell(row, at)).unwrap_or_default(),
        share: share(rows, at),
    };
    let below = rows.iter().skip(usize::from(head.is_some()));
    let row = |row: &Vec<String>| (0..count).map(|at| vec![cell(row, at)]).collect();
    PaperTable {
        columns: (0..count).map(column).collect(),
        rows: below.map(row).collect(),
        signed: false,
    }
}

/// A column is as broad as its longest cell asks for, within bounds that leave room for the others.
fn share(rows: &[Vec<String>], at: usize) -> u32 {
    let longest = rows
        .iter()
        .filter_map(|row| row.get(at))
        .map(|cell| cell.chars().count());
    let longest = longest.max().unwrap_or(1).clamp(5, 40);
    u32::try_from(longest).unwrap_or(1)
}

/// The boxes of those who sign for the session, then everyone else who was there, in protocol order with room to sign.
pub(super) fn signatures(words: &Words, view: &SessionView) -> Vec<Block> {
    let boxes = boxes(words, view);
    let rows = signers(words, view);
    let opened = versions::opened_again(words, view);
    if boxes.is_empty() && rows.is_empty() {
        return opened;
    }
    let mut blocks = opened;
    blocks.push(heading(words, Section::Signatures));
    if !boxes.is_empty() {
        blocks.push(Block::Signatures(boxes));
    }
    blocks.extend((!rows.is_empty()).then(|| Block::Table(table_of_signers(words, rows))));
    blocks
}

/// Everyone who was there and has no box to sign in, in protocol order.
pub(in crate::papers) fn signers(words: &Words, view: &SessionView) -> Vec<Signer> {
    let boxes = boxes(words, view);
    let there = view.roll.iter().filter(|row| row.attendance.status.counts());
    there
        .map(|row| Signer::of(words, view, row))
        .filter(|signer| !signer.signs_in(&boxes))
        .collect()
}

/// The lines of signature where the minutes have some; else the chair and the secretary of the day.
fn boxes(words: &Words, view: &SessionView) -> Vec<LabelledText> {
    let session = &view.session;
    if !session.signatures.is_empty() {
        let label = words.say("minutes-signature");
        let line = |line: &String| LabelledText::new(label.as_str(), Text::stored(line));
        return session.signatures.iter().map(line).collect();
    }
    let (chair, secretary) = match &session.signing {
        Some(Signing {
            chair,
            secretary,
            date: _,
        }) => (Text::stored(chair), Text::stored(secretary)),
        None => (
            Text::some(session.chair.as_ref()),
            Text::some(session.secretary.as_ref()),
        ),
    };
    LabelledText::filled([
        LabelledText::new(words.say("minutes-chair"), chair),
        LabelledText::new(words.say("minutes-secretary"), secretary),
    ])
}

/// Who signs for a seat.
pub(in crate::papers) struct Signer {
    pub name: Text,
    /// The post in the seat.
    pub post: Text,
}

impl Signer {
    fn of(words: &Words, view: &SessionView, row: &RollRow) -> Signer {
        let seat = Text::stored(&row.seat.name);
        if let Some(who) = &row.attendance.representative {
            let on_behalf = Text::ours(format!("{} ", words.say("minutes-representative-of")));
            return Signer {
                name: stand_in(who),
                post: on_behalf.and(seat),
            };
        }
        let sitter = Sitter::of(&row.seat, &row.attendance, view);
        Signer {
            name: sitter.name,
            post: post_in_seat(sitter.post, &row.seat.name),
        }
    }
}

impl Signer {
    /// Whether one of the boxes is theirs already: nobody signs twice.
    fn signs_in(&self, boxes: &[LabelledText]) -> bool {
        let name = whole_name(&line(&self.name));
        let holds = |one: &LabelledText| whole_name(&line(&one.value)).contains(&name);
        !name.is_empty() && boxes.iter().any(holds)
    }
}

fn table_of_signers(words: &Words, signers: Vec<Signer>) -> PaperTable {
    let count = signers.len();
    let numbers = (1..=count).map(|number| Text::ours(words.number(number)));
    let (names, posts) = signers.into_iter().map(|one| (one.name, one.post)).unzip();
    let columns = [
        (Text::ours(words.say("column-row")), ROW_SHARE, numbers.collect()),
        (Text::ours(words.say("minutes-person")), 28, names),
        (Text::ours(words.say("minutes-post-or-seat")), 42, posts),
    ];
    let mut table = of_columns(columns, true);
    // The column to sign in is blank in every row.
    table.columns.push(PaperColumn {
        head: Text::ours(words.say("minutes-signature")),
        share: 25,
    });
    table
        .rows
        .iter_mut()
        .for_each(|row| row.push(vec![Text::default()]));
    table
}

/// Each correction with what was signed and what is right, by number.
pub(super) fn corrections(words: &Words, view: &SessionView) -> Vec<Block> {
    let approval = approval(words, view);
    if view.corrections.is_empty() {
        return approval.into_iter().collect();
    }
    let each = view
        .corrections
        .iter()
        .flat_map(|one| closing::correction(words, view, one));
    std::iter::once(heading(words, Section::Corrections))
        .chain(each)
        .chain(approval)
        .collect()
}

/// Which later session approved the minutes.
fn approval(words: &Words, view: &SessionView) -> Option<Block> {
    let approval = view.session.approval.as_ref()?;
    let told = approvals::approval(words, &view.body.name, approval);
    Some(Block::Paragraph(Text::ours(told)))
}
