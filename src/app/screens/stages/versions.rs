//! The signed versions of a session's minutes: two of them side by side, a row for each field in which they differ. Does
//! not know how a version is signed or opened again.

use super::head::{page_title, paint_sum};
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::screens::page::Page;
use crate::app::screens::tables::{moved, settled, table_of, table_rows};
use crate::app::sentences;
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::signed_minutes::SignedMinutes;
use crate::domain::verification::{Difference, differences};
use crate::office::query::{Query, SessionView, of_version};
use crate::papers::versions::{name, opening};
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};

/// Which two versions of a session are side by side.
pub(in crate::app) struct Versions {
    session: SessionId,
    /// The place of the later one among the versions, counted from the last.
    back: usize,
    list: ListState,
}

/// Two versions that follow one another.
struct VersionPair<'v> {
    first: &'v SignedMinutes,
    second: &'v SignedMinutes,
    differences: Vec<Difference>,
}

impl Versions {
    pub fn new(session: SessionId) -> Versions {
        Versions {
            session,
            back: 0,
            list: ListState::default(),
        }
    }

    /// The two that are shown; none where only one was signed.
    fn pair<'v>(&self, view: &'v SessionView) -> Option<VersionPair<'v>> {
        let second = view.versions.len().checked_sub(1 + self.back)?;
        let first = view.versions.get(second.checked_sub(1)?)?;
        let second = view.versions.get(second)?;
        Some(VersionPair {
            differences: differences(first.content(), second.content()),
            first,
            second,
        })
    }
}

impl Page for Versions {
    fn place(&self) -> Place {
        Place::Stage(Stage::Versions)
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.session.clone())]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.session(&self.session).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let Some(view) = context.books.session(&self.session) else {
            return Vec::new();
        };
        let rows = self.pair(view).map_or(0, |pair| pair.differences.len());
        if moved(&mut self.list, act, key, rows, usize::from(table_rows(context))) {
            return Vec::new();
        }
        let pairs = view.versions.len().saturating_sub(1);
        match act {
            Act::Previous if self.back + 1 < pairs => self.back += 1,
            Act::Next if self.back > 0 => self.back -= 1,
            _ => return Vec::new(),
        }
        self.list = ListState::default();
        Vec::new()
    }

    /// There are other versions to go to.
    fn offers(&self, context: &Context, act: Act) -> bool {
        let view = context.books.session(&self.session);
        let pairs = view.map_or(0, |view| view.versions.len().saturating_sub(1));
        match act {
            Act::Previous => self.back + 1 < pairs,
            Act::Next => self.back > 0,
            _ => true,
        }
    }

    fn settle(&mut self, context: &Context) {
        if let Some(view) = context.books.session(&self.session)
            && let Some(pair) = self.pair(view)
        {
            let table = table(context, &pair);
            self.list = settled(context, &table, self.list, pair.differences.len(), |at| {
                cells(context, view, &pair, at)
            });
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let words = context.words;
        let Some(view) = context.books.session(&self.session) else {
            return sentence(canvas, area, &words.say("reading"), Role::Faint);
        };
        match self.pair(view) {
            None => sentence(canvas, area, &words.say("versions-one"), Role::Plain),
            Some(pair) if pair.differences.is_empty() => {
                sentence(canvas, area, &words.say("versions-alike"), Role::Plain);
            }
            Some(pair) => {
                let count = pair.differences.len();
                table(context, &pair).paint(canvas, area, &self.list, count, |at| {
                    cells(context, view, &pair, at)
                });
            }
        }
    }

    fn title(&self, context: &Context) -> String {
        page_title(context, Stage::Versions, &self.session)
    }

    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let view = context.books.session(&self.session);
        let shown = view.and_then(|view| match self.pair(view) {
            Some(pair) => opening(context.words, pair.first),
            None => view.versions.last().and_then(|one| opening(context.words, one)),
        });
        paint_sum(canvas, row, shown.map(|told| (told, Role::Warn)));
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

fn table(context: &Context, pair: &VersionPair) -> Table {
    let field = 20;
    let each = context.setup.columns.saturating_sub(field + 8) / 2;
    let heads = [
        ("column-field", field),
        ("column-version", each),
        ("column-version", each),
    ];
    let mut table = table_of(context, &heads, 12, true);
    for (column, version) in table.columns.iter_mut().skip(1).zip([pair.first, pair.second]) {
        column.head = name(context.words, version);
    }
    table
}

fn cells(context: &Context, view: &SessionView, pair: &VersionPair, at: usize) -> Vec<TableCell> {
    let Some(difference) = pair.differences.get(at) else {
        return Vec::new();
    };
    let words = context.words;
    let Difference {
        about,
        field,
        first,
        second,
    } = difference;
    // What only one of them has is named as it is called there.
    let there = if second.is_empty() {
        pair.first
    } else {
        pair.second
    };
    let about = sentences::corrected(words, &of_version(there, view), about);
    let told = |values: &[String]| {
        let role = if values.is_empty() {
            Role::Faint
        } else {
            Role::Plain
        };
        vec![Piece::ours(sentences::signed_values(words, field, values)).role(role)]
    };
    vec![
        vec![
            Piece::ours(about).role(Role::Faint),
            Piece::ours(sentences::signed_field(words, field)),
        ],
        told(first),
        told(second),
    ]
}
