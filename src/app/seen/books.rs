//! A cache of the answers of the office, ready to be shown, and of what is derived from them. Does not know the screens.

use super::at_once::AtOnce;
use super::figures::Figures;
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, OrganisationId, ResolutionId, SessionId};
use crate::domain::names::{NameIndex, NearNames};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Responsible;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::office::query::{
    EntryView, Found, FoundHit, HistoryRow, LatestSessions, Light, Query, ResolutionRow, ReviewGroup,
    ReviewRow, SessionRow, SessionView, Voice,
};
use crate::search::Filter;
use crate::text::fold;
use std::collections::BTreeSet;

/// The last answers of the office. `None` is what was not answered yet.
#[derive(Default)]
pub(in crate::app) struct Books {
    pub sessions: Option<Sessions>,
    /// The session that was read last.
    pub session: Option<Box<SessionView>>,
    /// What is shown of sessions before it is read.
    pub at_once: AtOnce,
    pub open: Option<Vec<ResolutionRow>>,
    /// What the open list was narrowed by.
    pub open_filter: Filter,
    /// Whether the open list has only what is ready so far.
    pub open_so_far: bool,
    pub lookup: Option<LookedUp>,
    pub bodies: Option<Vec<(Body, Vec<Seat>)>>,
    /// The keys of drafts that were kept when the program ended.
    pub unsaved: Vec<String>,
    pub organisations: Option<Organisations>,
    pub history: Option<Vec<HistoryRow>>,
    /// The change that was read last; none inside where there is no such change.
    pub entry: Option<(u64, Option<Box<EntryView>>)>,
    pub figures: Option<Figures>,
    /// The resolutions that were asked for by their ids last, with these.
    pub figure_rows: Option<(Vec<ResolutionId>, Vec<ResolutionRow>)>,
    /// Who may have spoken, for the session that was asked about last.
    pub voices: Option<(SessionId, Vec<Voice>)>,
    /// What the session that was reviewed last goes through.
    pub review: Option<ReviewList>,
}

/// What quick lookup found last.
pub(in crate::app) struct LookedUp {
    pub found: Found,
    pub filter: Filter,
}

/// The open resolutions of a body as a session goes through them.
pub(in crate::app) struct ReviewList {
    session: SessionId,
    /// For each group its name, and how many of it are late, in time, done.
    pub groups: Vec<(String, [u32; 3])>,
    /// All rows in their order; the first one of a group with the place of the group.
    pub rows: Vec<(Option<usize>, ReviewRow)>,
}

impl ReviewList {
    pub fn new(session: SessionId, answer: Vec<ReviewGroup>) -> ReviewList {
        let mut review = ReviewList {
            session,
            groups: Vec::new(),
            rows: Vec::new(),
        };
        for (place, group) in answer.into_iter().enumerate() {
            let count = |light| group.rows.iter().filter(|row| row.light == light).count();
            let number = |light| u32::try_from(count(light)).unwrap_or(u32::MAX);
            let counts = [Light::Late, Light::InTime, Light::Done].map(number);
            review.groups.push((group.name, counts));
            let rows = group.rows.into_iter().enumerate();
            review
                .rows
                .extend(rows.map(|(at, row)| ((at == 0).then_some(place), row)));
        }
        review
    }
}

/// Sessions, latest first: all of them, or the first ones until more are wanted.
pub(in crate::app) struct Sessions {
    pub rows: Vec<SessionRow>,
    /// For each row the folded words by which it is found.
    pub found_by: Vec<String>,
    /// How many there are, in these rows or not.
    pub count: usize,
    /// Open and overdue resolutions of all of them; none while they are still to be counted.
    pub total: Option<(u32, u32)>,
    /// The years they count in, the latest first.
    pub years: Vec<i32>,
    /// The rest was asked for.
    pub asked_for_all: bool,
}

impl Sessions {
    pub fn new(rows: Vec<SessionRow>) -> Sessions {
        Sessions {
            found_by: rows.iter().map(found_by).collect(),
            years: years(&rows),
            total: Some((
                rows.iter().map(|row| row.open).sum(),
                rows.iter().map(|row| row.overdue).sum(),
            )),
            count: rows.len(),
            asked_for_all: true,
            rows,
        }
    }

    /// The first ones.
    pub fn latest(latest: LatestSessions) -> Sessions {
        Sessions {
            found_by: latest.rows.iter().map(found_by).collect(),
            years: years(&latest.rows),
            asked_for_all: latest.rows.len() >= latest.sessions,
            count: latest.sessions,
            total: latest.total,
            rows: latest.rows,
        }
    }
}

fn years(rows: &[SessionRow]) -> Vec<i32> {
    let years: BTreeSet<i32> = rows.iter().filter_map(|row| row.session.year_counted()).collect();
    years.into_iter().rev().collect()
}

fn found_by(row: &SessionRow) -> String {
    let session = &row.session;
    let ordinal = session
        .ordinal
        .map(crate::text::numeral::ordinal_word)
        .unwrap_or_default();
    let number = session.ordinal.map(|n| n.to_string()).unwrap_or_default();
    let date = session.date.map(|day| day.to_string()).unwrap_or_default();
    let weekday = session
        .date
        .map(|day| crate::calendar::weekday_name(day.weekday()))
        .unwrap_or_default();
    let words = [
        &row.body,
        &ordinal,
        &number,
        &date,
        weekday,
        session.place.as_deref().unwrap_or_default(),
    ];
    let chair = session.chair.as_deref().unwrap_or_default();
    fold(&format!("{} {chair}", words.join(" ")))
}

/// The organisations, and their names ready to be found.
pub(in crate::app) struct Organisations {
    pub rows: Vec<Organisation>,
    /// For each organisation its folded names and aliases.
    pub names: Vec<Vec<String>>,
    pub index: NameIndex<OrganisationId>,
}

impl Organisations {
    pub fn new(rows: Vec<Organisation>) -> Organisations {
        let mut index = NameIndex::default();
        for organisation in &rows {
            for name in organisation.names() {
                index.add(name, &organisation.id);
            }
        }
        let names = rows
            .iter()
            .map(|organisation| organisation.names().map(fold).collect())
            .collect();
        Organisations { rows, names, index }
    }

    /// Organisations that have a name with `typed` in it: first those whose name begins with it, then those with a word
    /// that does; at most `limit`.
    pub fn matching(&self, typed: &str, limit: usize) -> Vec<&Organisation> {
        let wanted = fold(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        let begins_word = format!(" {wanted}");
        let far = |name: &String| match name.find(&wanted) {
            Some(0) => Some(0),
            Some(_) if name.contains(&begins_word) => Some(1),
            found => found.map(|_| 2),
        };
        let mut found: Vec<(u8, &Organisation)> = Vec::new();
        for (organisation, names) in self.rows.iter().zip(&self.names) {
            if let Some(far) = names.iter().filter_map(far).min() {
                found.push((far, organisation));
            }
        }
        found.sort_by_key(|(far, _)| *far);
        found
            .into_iter()
            .take(limit)
            .map(|(_, organisation)| organisation)
            .collect()
    }

    /// The organisation whose name is nearly a written one; none where it is known.
    pub fn near(&self, written: &str) -> Option<Responsible> {
        let names = || {
            self.rows
                .iter()
                .flat_map(|one| one.names().map(move |name| (name, one)))
        };
        let near = NearNames::of(names().map(|(name, _)| name)).near(written)?;
        let (_, organisation) = names().find(|(name, _)| *name == near)?;
        Some(Responsible {
            written: organisation.name.clone(),
            organisation: Some(organisation.id.clone()),
        })
    }

    /// The organisation that a written name means.
    pub fn named(&self, written: &str) -> Option<OrganisationId> {
        self.index.find(written)
    }
}

impl Books {
    /// Something was asked for.
    pub fn asked(&mut self, query: &Query) {
        if let (Query::Sessions, Some(sessions)) = (query, &mut self.sessions) {
            sessions.asked_for_all = true;
        }
    }

    /// The resolutions that quick lookup found.
    fn looked_up(&self) -> impl Iterator<Item = &ResolutionRow> {
        let hits = self.lookup.iter().flat_map(|looked| &looked.found.hits);
        hits.filter_map(|hit| match hit {
            FoundHit::Resolution(row) => Some(&**row),
            FoundHit::Said(_) => None,
        })
    }

    /// The session, when it is the one that was read last.
    pub fn session(&self, id: &SessionId) -> Option<&SessionView> {
        self.session.as_deref().filter(|view| view.session.id == *id)
    }

    /// The head of a session, as far as it was read.
    pub fn head(&self, id: &SessionId) -> Option<&Session> {
        let view = self.session(id).map(|view| &view.session);
        let row = || self.session_rows().iter().find(|row| row.session.id == *id);
        view.or_else(|| row().map(|row| &row.session))
    }

    /// Who may have spoken in a session; none while there is no answer for it.
    pub fn voices_of(&self, id: &SessionId) -> Option<&[Voice]> {
        let (of, voices) = self.voices.as_ref()?;
        (of == id).then_some(voices.as_slice())
    }

    /// A resolution: of the session that was read last, or of the open ones.
    pub fn resolution(&self, id: &ResolutionId) -> Option<&ResolutionRow> {
        let in_session = self
            .session
            .iter()
            .flat_map(|view| &view.resolutions)
            .find(|row| row.resolution.id == *id);
        let in_review = || self.review.iter().flat_map(|review| &review.rows);
        in_session
            .or_else(|| self.open_rows().iter().find(|row| row.resolution.id == *id))
            .or_else(|| {
                in_review()
                    .map(|(_, row)| &row.row)
                    .find(|row| row.resolution.id == *id)
            })
            .or_else(|| self.looked_up().find(|row| row.resolution.id == *id))
    }

    /// What a session goes through, when it is the one that was reviewed last.
    pub fn review(&self, id: &SessionId) -> Option<&ReviewList> {
        self.review.as_ref().filter(|review| review.session == *id)
    }

    /// The open resolutions; none while there is no answer.
    pub fn open_rows(&self) -> &[ResolutionRow] {
        self.open.as_deref().unwrap_or_default()
    }

    /// The sessions; none while there is no answer.
    pub fn session_rows(&self) -> &[SessionRow] {
        self.sessions
            .as_ref()
            .map(|sessions| sessions.rows.as_slice())
            .unwrap_or_default()
    }

    /// A body.
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies
            .iter()
            .flatten()
            .map(|(body, _)| body)
            .find(|body| body.id == *id)
    }
}
