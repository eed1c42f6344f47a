//! What can be given out of what is at hand: a document in a row, its format, and the folder it goes to.
//! Does not know what stands in a document, nor who writes it.

mod preview;
mod subject;

pub(in crate::app) use preview::PreviewPage;
pub(in crate::app) use subject::GiveSubject;

use super::tables::{moved, settled, table_of, table_rows};
use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::giving::{FilesPresent, GiveOrder, GivePlace};
use crate::app::keys::{Act, Place};
use crate::app::screens::page::Page;
use crate::app::step::Step;
use crate::domain::session::{Session, SessionState};
use crate::office::query::Query;
use crate::papers::issue::{FileFormat, IssueRequest, LetterCustom, OfficeDocument};
use crate::text::isolate;
use crate::ui::{Area, Canvas, Key, ListState, Origin, Piece, Role, Table, TableCell};
use std::path::PathBuf;

/// From so many columns on there are two blanks between formats.
const WITH_GAPS: u16 = 76;

/// Where one is among the documents.
#[derive(Default)]
pub(in crate::app) struct GivingPage {
    subject: GiveSubject,
    list: ListState,
    /// The format chosen here; else the one that was given last.
    format: Option<FileFormat>,
}

impl GivingPage {
    /// Comes to the documents of this, at the first: that two keys give the minutes holds every time.
    pub fn begin(&mut self, subject: GiveSubject) {
        *self = GivingPage {
            subject,
            ..GivingPage::default()
        };
    }

    fn document(&self, context: &Context) -> Option<OfficeDocument> {
        self.subject
            .documents(context)
            .into_iter()
            .nth(self.list.selected)
    }

    /// The format that a document is given in: the one chosen here, the one given last, or its usual one.
    fn format_of(&self, context: &Context, document: &OfficeDocument) -> Option<FileFormat> {
        let formats = document.formats();
        let chosen = [self.format, context.setup.settings.documents.format];
        let chosen = chosen
            .into_iter()
            .flatten()
            .find(|format| formats.contains(format));
        chosen.or(formats.first().copied())
    }

    fn request(&self, context: &Context) -> Option<IssueRequest> {
        let document = self.document(context)?;
        let format = self.format_of(context, &document)?;
        Some(IssueRequest {
            document,
            format,
            letters: LetterCustom::default(),
        })
    }

    fn order(&self, context: &Context) -> Option<GiveOrder> {
        Some(GiveOrder {
            request: self.request(context)?,
            to: GivePlace::Folder(folder(context)),
            present: FilesPresent::Refuse,
        })
    }

    /// The next format of the selected document, or the one before.
    fn turn(&mut self, context: &Context, onward: bool) {
        let Some(document) = self.document(context) else {
            return;
        };
        let formats = document.formats();
        let current = self.format_of(context, &document);
        let at = formats.iter().position(|format| Some(*format) == current);
        let step = if onward {
            1
        } else {
            formats.len().saturating_sub(1)
        };
        let next = (at.unwrap_or_default() + step).checked_rem(formats.len());
        self.format = next.and_then(|next| formats.get(next)).copied();
    }

    /// The name of a document, and its formats with the chosen one marked; each stands by itself, so that they follow
    /// each other in the direction of the language.
    fn cells(&self, context: &Context, document: &OfficeDocument) -> Vec<TableCell> {
        let chosen = self.format_of(context, document);
        // Closer where the screen is narrow, so that the chosen one is always seen.
        let gap = match context.setup.columns < WITH_GAPS {
            true => " ",
            false => "  ",
        };
        let (mut formats, mut marked) = (String::new(), Vec::new());
        for format in document.formats() {
            if !formats.is_empty() {
                formats.push_str(gap);
            }
            let start = formats.len();
            formats.push_str(&isolate(format.ending()));
            if Some(*format) == chosen {
                marked.push(start..formats.len());
            }
        }
        vec![
            vec![Piece::ours(document.name(context.words))],
            vec![Piece::ours(formats).role(Role::Faint).found(marked)],
        ]
    }

    fn table(context: &Context) -> Table {
        // Eight formats stand beside each other where there is room for them.
        let formats = (context.setup.columns * 3 / 5).min(46);
        let name = Table::left_for_one_more(context.setup.columns, &[formats]);
        let heads = [("column-document", name), ("column-format", formats)];
        table_of(context, &heads, 1, false)
    }
}

/// Gives out; of letters of final minutes whose notification is not recorded, asks whether it shall be in the same step.
pub(in crate::app) fn giving_out(context: &Context, order: GiveOrder) -> Vec<Step> {
    let OfficeDocument::Letters(id) = &order.request.document else {
        return vec![Step::Give(Box::new(order))];
    };
    let session = context.books.head(id);
    let (words, today) = (context.words, context.setup.today);
    let waits = |session: &Session| {
        session.state == SessionState::Final
            && session.notified.is_none()
            && session.date.is_some_and(|day| day <= today)
    };
    if !session.is_some_and(waits) {
        return vec![Step::Give(Box::new(order))];
    }
    let mut notifying = order.clone();
    notifying.request.letters.notified = Some(today);
    let text = words.say_with("notify-text", &[("date", words.day(today).into())]);
    vec![Step::Question(Dialog {
        title: words.say("notify-title"),
        text,
        answers: vec![
            (words.say("notify-with"), vec![Step::Give(Box::new(notifying))]),
            (words.say("notify-without"), vec![Step::Give(Box::new(order))]),
        ],
        // What is not recorded can be, with a key, on any day.
        at: 1,
        is_unforeseen: false,
    })]
}

/// The folder that files go to: the one given last, else the one that the program was begun in.
pub(in crate::app) fn folder(context: &Context) -> PathBuf {
    let setup = &context.setup;
    match &setup.settings.documents.folder {
        Some(folder) => setup.path_typed(folder),
        None => setup.folder.clone(),
    }
}

impl Page for GivingPage {
    fn place(&self) -> Place {
        Place::Giving
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        let session = self.subject.session.iter().cloned().map(Query::Session);
        // What a document is of is said by the name of the body.
        let body = self.subject.body.iter().map(|_| Query::Bodies);
        session.chain(body).collect()
    }

    fn waits(&self, _context: &Context) -> bool {
        false
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let rows = self.subject.documents(context).len();
        if moved(&mut self.list, act, key, rows, usize::from(table_rows(context))) {
            return Vec::new();
        }
        match act {
            Act::Open => {
                let order = self.order(context);
                order
                    .into_iter()
                    .flat_map(|order| giving_out(context, order))
                    .collect()
            }
            Act::Preview => {
                let request = self.request(context);
                request.map(Step::Preview).into_iter().collect()
            }
            Act::Next | Act::Previous => {
                self.turn(context, act == Act::Next);
                Vec::new()
            }
            Act::Edit => vec![Step::TypeFolder],
            _ => Vec::new(),
        }
    }

    fn settle(&mut self, context: &Context) {
        let documents = self.subject.documents(context);
        self.list = settled(context, &Self::table(context), self.list, documents.len(), |at| {
            documents
                .get(at)
                .map(|document| self.cells(context, document))
                .unwrap_or_default()
        });
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let documents = self.subject.documents(context);
        Self::table(context).paint(canvas, area, &self.list, documents.len(), |at| {
            let document = documents.get(at);
            document
                .map(|document| self.cells(context, document))
                .unwrap_or_default()
        });
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-giving")
    }

    /// The folder that files go to.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let columns = canvas.area().columns;
        let folder = folder(context).display().to_string();
        let text = context
            .words
            .say_with("giving-folder", &[("folder", folder.into())]);
        let style = canvas.style(Role::Plain);
        canvas.text(1, row, columns.saturating_sub(2), &text, Origin::Ours, style);
    }

    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let document = self.document(context)?;
        Some((self.subject.scope(context, &document)?, Role::Faint))
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}
