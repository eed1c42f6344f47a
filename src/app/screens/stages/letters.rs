//! The letters that tell organisations what a session decided: who gets one, with how many resolutions, and which
//! resolutions nobody gets. Does not know what a letter says, nor who writes it.

use super::head::{page_title, paint_sum};
use crate::app::context::Context;
use crate::app::giving::{FilesPresent, GiveOrder, GivePlace};
use crate::app::keys::{Act, Place};
use crate::app::screens;
use crate::app::screens::page::Page;
use crate::app::screens::tables::{moved, settled, table_of, table_rows};
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::organisation::Organisation;
use crate::office::query::{Query, ResolutionRow};
use crate::papers::issue::{FileFormat, IssueRequest, LetterCustom, OfficeDocument};
use crate::papers::letters::{Recipients, recipients};
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};

/// The letters of a session.
pub(in crate::app) struct Letters {
    session: SessionId,
    list: ListState,
    recipients: Recipients,
    /// What they were found in, so that they are not found anew for every key.
    found_in: (Vec<ResolutionRow>, Vec<Organisation>),
}

impl Letters {
    pub fn new(session: SessionId) -> Letters {
        Letters {
            session,
            list: ListState::default(),
            recipients: Recipients::default(),
            found_in: Default::default(),
        }
    }

    /// Finds them anew where what was answered is new.
    fn find(&mut self, context: &Context) {
        let view = context.books.session(&self.session);
        let organisations = context.books.organisations.as_ref();
        let (Some(view), Some(organisations)) = (view, organisations) else {
            return;
        };
        let (rows, names) = &self.found_in;
        if *rows != view.resolutions || *names != organisations.rows {
            self.recipients = recipients(view, &organisations.rows);
            self.found_in = (view.resolutions.clone(), organisations.rows.clone());
        }
    }

    fn order(&self, context: &Context) -> GiveOrder {
        let document = OfficeDocument::Letters(self.session.clone());
        let remembered = context.setup.settings.documents.format;
        let fits = |format: &FileFormat| document.formats().contains(format);
        let format = remembered.filter(fits).unwrap_or(FileFormat::Docx);
        GiveOrder {
            request: IssueRequest {
                document,
                format,
                letters: LetterCustom::default(),
            },
            to: GivePlace::Folder(screens::folder(context)),
            present: FilesPresent::Refuse,
        }
    }

    fn table(context: &Context) -> Table {
        let count = 12;
        let name = Table::left_for_one_more(context.setup.columns, &[count]);
        let heads = [("column-organisation", name), ("column-resolutions-count", count)];
        table_of(context, &heads, 1, false)
    }

    fn cells(&self, context: &Context, at: usize) -> Vec<TableCell> {
        let Some((name, resolutions)) = self.recipients.named.get(at) else {
            return Vec::new();
        };
        vec![
            vec![Piece::stored(name.as_str())],
            vec![Piece::ours(context.words.number(resolutions))],
        ]
    }
}

impl Page for Letters {
    fn place(&self) -> Place {
        Place::Stage(Stage::Letters)
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.session.clone())]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.session(&self.session).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let rows = self.recipients.named.len();
        if moved(&mut self.list, act, key, rows, usize::from(table_rows(context))) {
            return Vec::new();
        }
        match act {
            Act::Open if rows > 0 => screens::giving_out(context, self.order(context)),
            Act::Edit => vec![Step::TypeFolder],
            _ => Vec::new(),
        }
    }

    fn settle(&mut self, context: &Context) {
        self.find(context);
        let rows = self.recipients.named.len();
        self.list = settled(context, &Self::table(context), self.list, rows, |at| {
            self.cells(context, at)
        });
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        if self.recipients.named.is_empty() {
            return sentence(canvas, area, &context.words.say("letters-empty"), Role::Faint);
        }
        let rows = self.recipients.named.len();
        Self::table(context).paint(canvas, area, &self.list, rows, |at| self.cells(context, at));
    }

    fn title(&self, context: &Context) -> String {
        page_title(context, Stage::Letters, &self.session)
    }

    /// How many letters there are, and what is in none.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let count = self.recipients.named.len();
        let nobody = self.recipients.without_responsible.len();
        let args = [("count", count.into()), ("nobody", nobody.into())];
        let sum = match nobody {
            0 => (context.words.say_with("letters-count", &args), Role::Plain),
            _ => (context.words.say_with("letters-count-nobody", &args), Role::Warn),
        };
        paint_sum(canvas, row, Some(sum));
    }

    /// The first resolutions that nobody gets.
    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let nobody = self.recipients.without_responsible.iter();
        let names: Vec<String> = nobody
            .map(|one| {
                one.row
                    .map_or_else(|| one.name.clone(), |row| context.words.number(row))
            })
            .collect();
        let args = [("rows", names.join("، ").into())];
        let said = || context.words.say_with("letters-nobody", &args);
        (!names.is_empty()).then(|| (said(), Role::Warn))
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}
