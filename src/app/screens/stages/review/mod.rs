//! «بررسی مصوبات جلسات قبل»: the open resolutions of the body by who leads them, each with its light; answered and
//! set on the spot. Does not know which resolutions these are; the office does.

mod rows;

use super::head::{page_title, paint_sum};
use crate::app::address::Screen;
use crate::app::books::ReviewList;
use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::keys::{Act, Place};
use crate::app::screens::page::Page;
use crate::app::screens::tables::moved;
use crate::app::stage::Stage;
use crate::app::step::{Step, To};
use crate::app::{forms, say};
use crate::domain::ids::SessionId;
use crate::domain::resolution::{FollowUp, Status};
use crate::office::command::Command;
use crate::office::query::{Query, ReviewRow};
use crate::text::without_isolates;
use crate::ui::{Area, Canvas, Key, ListState, Role, scroll_mark, sentence};

/// Where one is in the review of a session.
pub(in crate::app) struct ReviewPage {
    session: SessionId,
    list: ListState,
}

impl ReviewPage {
    pub fn new(session: SessionId) -> ReviewPage {
        let list = ListState::default();
        ReviewPage { session, list }
    }

    /// What the session goes through; none while there is no answer.
    fn reviewed<'c>(&self, context: &Context<'c>) -> Option<&'c ReviewList> {
        context.books.review(&self.session)
    }
}

impl Page for ReviewPage {
    fn place(&self) -> Place {
        Place::Stage(Stage::Review)
    }

    fn wants(&self, context: &Context) -> Vec<Query> {
        let session = Query::Session(self.session.clone());
        let head = context.books.head(&self.session);
        let open = head.map(|head| Query::OpenOfBody {
            body: head.body.clone(),
            before: Some(head.id.clone()),
        });
        std::iter::once(session).chain(open).collect()
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.session(&self.session).is_none() || self.reviewed(context).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let rows = self.reviewed(context).map(|reviewed| reviewed.rows.as_slice());
        let (rows, body) = (rows.unwrap_or_default(), context.body);
        let page = self.list.fitting(rows.len(), body.rows, |at| {
            rows::height(context, rows, at, body.columns)
        });
        if moved(&mut self.list, act, key, rows.len(), page) {
            return Vec::new();
        }
        let Some((_, row)) = rows.get(self.list.selected) else {
            return Vec::new();
        };
        let resolution = &row.row.resolution;
        match act {
            Act::Open => vec![Step::Open(To::Over(Screen::Resolution(resolution.id.clone())))],
            Act::FollowUp => forms::answer(context, resolution),
            Act::SetStatus => vec![ask_status(context, row)],
            Act::GoToSession => vec![Step::Open(To::BackToSession(row.row.session.clone()))],
            _ => Vec::new(),
        }
    }

    fn settle(&mut self, context: &Context) {
        let body = context.body;
        // Without an answer nothing says where the selection may be; it stays.
        if let Some(ReviewList { rows, .. }) = self.reviewed(context) {
            self.list.settle(rows.len(), body.rows, |at| {
                rows::height(context, rows, at, body.columns)
            });
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let has_session = context.books.session(&self.session).is_some();
        let Some(reviewed) = self.reviewed(context).filter(|_| has_session) else {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        };
        if reviewed.rows.is_empty() {
            return sentence(canvas, area, &context.words.say("review-empty"), Role::Plain);
        }
        let (mut room, mut shown) = (area, 0);
        for at in self.list.top..reviewed.rows.len() {
            if room.rows == 0 {
                break;
            }
            let rows = rows::height(context, &reviewed.rows, at, area.columns);
            rows::paint(
                context,
                reviewed,
                at,
                at == self.list.selected,
                canvas,
                room.first(rows),
            );
            shown += usize::from(rows <= room.rows);
            room = room.below(rows);
        }
        scroll_mark(canvas, area, self.list.top, shown, reviewed.rows.len());
    }

    fn title(&self, context: &Context) -> String {
        page_title(context, Stage::Review, &self.session)
    }

    /// How many there are, and how they stand.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let has_session = context.books.session(&self.session).is_some();
        let reviewed = self.reviewed(context).filter(|_| has_session);
        let sum = reviewed.and_then(|reviewed| rows::sum(context.words, reviewed));
        paint_sum(canvas, row, sum);
    }

    /// The last answer to the selected one.
    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let (_, row) = self.reviewed(context)?.rows.get(self.list.selected)?;
        let last = row.row.resolution.follow_ups.last()?;
        let day = last.date.map(|day| context.words.day(day)).unwrap_or_default();
        let text = last.text.lines().next().unwrap_or_default();
        let args = [("date", day.into()), ("text", text.into())];
        Some((context.words.say_with("review-last", &args), Role::Faint))
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

/// Asks for the new status. It is recorded with the answer that brought it, for the minutes it stands in are mostly
/// final, and so that one sees later when it was said.
fn ask_status(context: &Context, row: &ReviewRow) -> Step {
    let words = context.words;
    let resolution = &row.row.resolution;
    let answers = Status::ALL.map(|status| {
        let word = say::status(words, status, false).0;
        let text = words.say_with("review-status-text", &[("status", word.as_str().into())]);
        let follow_up = FollowUp {
            date: Some(context.setup.today),
            by: resolution.lead(),
            text: without_isolates(&text),
            status: Some(status),
            ..FollowUp::default()
        };
        let command = Command::AddFollowUp {
            resolution: resolution.id.clone(),
            follow_up,
        };
        (word, vec![Step::change(command)])
    });
    let at = Status::ALL.iter().position(|status| *status == row.row.status);
    Step::Question(Dialog {
        title: words.say("status-title"),
        text: resolution.name().to_owned(),
        answers: answers.to_vec(),
        at: at.unwrap_or(0),
        is_unforeseen: false,
    })
}
