//! The whole index: segments on the disk, what was changed since in memory, and what of the segments is gone. Does
//! not know where documents come from.

use super::bits::Bits;
use super::build::{MOST_DOCUMENTS, SegmentBuilder, own_part};
use super::document::{Document, Order, SessionFacts, SortKey, number};
use super::judge::Question;
use super::names::FilterNames;
use super::segment::Segment;
use super::walk::{Candidate, Walk};
use super::wanted::Wanted;
use crate::calendar::Day;
use crate::domain::resolution::Status;
use crate::search::FilterRow;
use crate::text::fold;
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// All documents, ready to be asked for.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) segments: Vec<LiveSegment>,
    fresh: BTreeMap<String, Fresh>,
    /// Sessions in which something changed after the segments were made: their resolutions may have other warnings.
    /// They are told by [`Index::touch`]; until then all of them are looked at.
    pub(super) touched: BTreeMap<String, bool>,
}

/// A segment, and what of it is not valid any more.
#[derive(Debug, Clone)]
pub(super) struct LiveSegment {
    pub(super) segment: Arc<Segment>,
    pub(super) gone: Bits,
}

/// A document in memory, folded once.
#[derive(Debug)]
struct Fresh {
    document: Document,
    session: SessionFacts,
    folded: Vec<String>,
}

/// A selected resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolutionHit {
    /// Its key in the store.
    pub key: String,
    /// Its session; `look_at_all` as it is now.
    pub session: SessionFacts,
}

/// Resolutions of a session: all, open ones, late ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub all: u32,
    /// Those that are open.
    pub open: u32,
    /// Those that are open and late.
    pub overdue: u32,
}

impl Index {
    /// An index of the same segments, without what is in memory.
    pub(super) fn copy_of_segments(&self) -> Index {
        Index {
            segments: self.segments.clone(),
            ..Index::default()
        }
    }

    /// How many documents were changed since they were last written.
    pub fn fresh(&self) -> usize {
        self.fresh.len()
    }

    /// Documents of each segment that are still valid.
    pub fn segment_sizes(&self) -> Vec<usize> {
        let size = |part: &LiveSegment| part.segment.documents() - part.gone.count();
        self.segments.iter().map(size).collect()
    }

    /// Puts a document in, in place of the one with its key.
    pub fn put(&mut self, document: Document, session: SessionFacts) {
        self.remove(&document.key);
        let texts = document.subject.iter().chain(&document.texts);
        let folded = texts.map(|text| fold(text)).collect();
        let key = document.key.clone();
        self.fresh.insert(
            key,
            Fresh {
                document,
                session,
                folded,
            },
        );
    }

    /// Takes the document with this key out, if it is there.
    pub fn remove(&mut self, key: &str) {
        self.fresh.remove(key);
        let session = key.split('/').next().unwrap_or_default();
        self.touched.insert(session.to_owned(), true);
        for part in &mut self.segments {
            for document in part.segment.documents_of(session).iter().map(|d| *d as usize) {
                // A record that cannot be read belongs to nobody; the next question finds the damage.
                let is_it = |record: super::segment::SegmentRecord| record.own() == own_part(key);
                if !part.gone.contains(document) && part.segment.record(document).is_ok_and(is_it) {
                    part.gone.add(document);
                }
            }
        }
    }

    /// Takes all documents of a session out.
    pub fn remove_session(&mut self, session: &str) {
        let prefix = format!("{session}/");
        let inside = |(key, _): &(&String, &Fresh)| key.starts_with(&prefix);
        let keys: Vec<String> = self
            .fresh
            .range(prefix.clone()..)
            .take_while(inside)
            .map(|(k, _)| k.clone())
            .collect();
        keys.iter().for_each(|key| drop(self.fresh.remove(key)));
        self.touched.insert(session.to_owned(), true);
        for part in &mut self.segments {
            for document in part.segment.documents_of(session) {
                part.gone.add(*document as usize);
            }
        }
    }

    /// The ids of the sessions that are so, of those that documents are there of.
    pub fn sessions_that(&self, are_so: impl Fn(&SessionFacts) -> bool) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for part in &self.segments {
            let is_live = |facts: &&SessionFacts| {
                let documents = part.segment.documents_of(&facts.id.0);
                documents
                    .iter()
                    .any(|document| !part.gone.contains(*document as usize))
            };
            let sessions = part.segment.sessions().iter().filter(|facts| are_so(facts));
            found.extend(sessions.filter(is_live).map(|facts| facts.id.0.clone()));
        }
        let fresh = self.fresh.values().map(|fresh| &fresh.session);
        found.extend(
            fresh
                .filter(|facts| are_so(facts))
                .map(|facts| facts.id.0.clone()),
        );
        found
    }

    /// Says whether resolutions of a session in which something changed have warnings about one another.
    pub fn touch(&mut self, session: &str, look_at_all: bool) {
        self.touched.insert(session.to_owned(), look_at_all);
    }

    /// The documents that are wanted.
    ///
    /// # Errors
    /// Where the index cannot be read, or is damaged.
    pub fn find(&self, wanted: &Wanted, names: &FilterNames) -> io::Result<Vec<ResolutionHit>> {
        let Wanted {
            filter,
            open,
            order,
            today,
            limit,
        } = *wanted;
        let question = Question {
            filter,
            names,
            open,
            today,
        };
        let mut walks = Vec::new();
        for part in &self.segments {
            walks.push(Walk::new(&part.segment, &question, &part.gone, order)?);
        }
        let mut heads: Vec<Option<Candidate>> = Vec::new();
        for walk in &mut walks {
            heads.push(walk.step()?);
        }
        let mut fresh = self.fresh_in_order(&question, order).into_iter().peekable();
        let mut hits = Vec::new();
        while hits.len() < limit {
            let first = heads
                .iter()
                .enumerate()
                .filter_map(|(walk, head)| Some((walk, head.as_ref()?)));
            let first = first.min_by(|(_, a), (_, b)| (&a.place, &a.key).cmp(&(&b.place, &b.key)));
            let (walk, take_fresh) = match (first, fresh.peek()) {
                (None, None) => break,
                (None, Some(_)) => (0, true),
                (Some((walk, _)), None) => (walk, false),
                (Some((walk, head)), Some((place, key))) => (walk, (place, *key) < (&head.place, &head.key)),
            };
            if take_fresh {
                let Some((key, fresh)) = fresh.next().and_then(|(_, key)| self.fresh.get_key_value(key))
                else {
                    break;
                };
                hits.push(self.hit(key.clone(), &fresh.session, true));
            } else if let Some(step) = heads[walk].take() {
                hits.push(self.hit(step.key, step.session, step.session.look_at_all));
                heads[walk] = walks[walk].step()?;
            }
        }
        Ok(hits)
    }

    fn hit(&self, key: String, session: &SessionFacts, look_at_all: bool) -> ResolutionHit {
        let look_at_all = self.touched.get(&session.id.0).copied().unwrap_or(look_at_all);
        let session = SessionFacts {
            look_at_all,
            ..session.clone()
        };
        ResolutionHit { key, session }
    }

    fn fresh_in_order(&self, question: &Question, order: Order) -> Vec<(SortKey<'_>, &String)> {
        let selected = self.fresh.iter().filter(|(_, fresh)| fresh.is_selected(question));
        let mut found = Vec::new();
        for (key, fresh) in selected {
            let due = number(fresh.document.due);
            found.push((
                SortKey::new(order, &fresh.session, due, fresh.document.position),
                key,
            ));
        }
        found.sort();
        found
    }

    /// How many resolutions each session has.
    pub fn counts(&self, today: Day) -> HashMap<String, Counts> {
        let mut counts: HashMap<String, Counts> = HashMap::new();
        let day = number(Some(today));
        for LiveSegment { segment, gone } in &self.segments {
            let mut own = vec![Counts::default(); segment.sessions().len()];
            for document in (0..segment.documents()).filter(|document| !gone.contains(*document)) {
                let is_open = segment.has_status(document, Status::Open);
                own[segment.session_of(document)].add(is_open, segment.is_overdue(document, day));
            }
            for (facts, own) in segment.sessions().iter().zip(own) {
                counts.entry(facts.id.0.clone()).or_default().join(own);
            }
        }
        for fresh in self.fresh.values() {
            let is_open = fresh.document.status == Status::Open;
            let own = counts.entry(fresh.session.id.0.clone()).or_default();
            own.add(is_open, fresh.is_overdue(today));
        }
        counts
    }

    /// The same of all sessions together.
    pub fn total(&self, today: Day) -> Counts {
        let (mut counts, day) = (Counts::default(), number(Some(today)));
        for LiveSegment { segment, gone } in &self.segments {
            counts.all += (segment.documents() - gone.count()) as u32;
            // Only open ones are late.
            for document in (0..segment.open_documents()).filter(|document| !gone.contains(*document)) {
                counts.open += 1;
                counts.overdue += u32::from(segment.is_overdue(document, day));
            }
        }
        for fresh in self.fresh.values() {
            counts.add(fresh.document.status == Status::Open, fresh.is_overdue(today));
        }
        counts
    }

    /// The same of one session alone.
    pub fn counts_of(&self, session: &str, today: Day) -> Counts {
        let (mut counts, day) = (Counts::default(), number(Some(today)));
        for LiveSegment { segment, gone } in &self.segments {
            let own = segment
                .documents_of(session)
                .iter()
                .map(|document| *document as usize);
            for document in own.filter(|document| !gone.contains(*document)) {
                let is_open = segment.has_status(document, Status::Open);
                counts.add(is_open, segment.is_overdue(document, day));
            }
        }
        let prefix = format!("{session}/");
        let own = self.fresh.range(prefix.clone()..);
        for (_, fresh) in own.take_while(|(key, _)| key.starts_with(&prefix)) {
            counts.add(fresh.document.status == Status::Open, fresh.is_overdue(today));
        }
        counts
    }

    /// Writes what is in memory to a new segment at `path`.
    ///
    /// # Errors
    /// Those of the file system; everything stays in memory then.
    pub fn write_fresh(&mut self, path: &Path) -> io::Result<()> {
        let mut keys = Vec::new();
        let mut builder = SegmentBuilder::default();
        for (key, fresh) in self.fresh.iter().take(MOST_DOCUMENTS) {
            let session = SessionFacts {
                look_at_all: true,
                ..fresh.session.clone()
            };
            builder.add(&fresh.document, &session);
            keys.push(key.clone());
        }
        builder.write(path)?;
        self.add_segment(path)?;
        keys.iter().for_each(|key| drop(self.fresh.remove(key)));
        Ok(())
    }

    /// Takes a segment in.
    ///
    /// # Errors
    /// Where it cannot be read, or is damaged.
    pub fn add_segment(&mut self, path: &Path) -> io::Result<()> {
        let segment = Arc::new(Segment::open(path)?);
        let gone = Bits::none(segment.documents());
        self.segments.push(LiveSegment { segment, gone });
        Ok(())
    }
}

impl Counts {
    fn add(&mut self, is_open: bool, is_overdue: bool) {
        self.all += 1;
        self.open += u32::from(is_open);
        self.overdue += u32::from(is_overdue);
    }

    pub(super) fn join(&mut self, other: Counts) {
        self.all += other.all;
        self.open += other.open;
        self.overdue += other.overdue;
    }
}

impl Fresh {
    fn is_overdue(&self, today: Day) -> bool {
        self.document.status == Status::Open && self.document.late_from.is_some_and(|from| from <= today)
    }

    fn is_selected(&self, question: &Question) -> bool {
        if question.open && self.document.status != Status::Open {
            return false;
        }
        let Fresh {
            document, session, ..
        } = self;
        let known = document
            .organisations
            .iter()
            .flat_map(|id| question.names.of_organisation(id));
        let known: Vec<&str> = known.collect();
        let written = document.responsible.iter().map(String::as_str);
        let row = FilterRow {
            subject: document.subject.as_deref(),
            responsible: written.chain(known.iter().copied()).collect(),
            session: &session.id.0,
            ordinal: session.ordinal,
            year: session.year_asked,
            body: question.names.of_body(&session.body).collect(),
            status: document.status,
            overdue: self.is_overdue(question.today),
            due: document.due,
            texts: Vec::new(),
        };
        question.filter.matches_folded(&row, question.today, || {
            let known = known.iter().map(|name| fold(name));
            self.folded.iter().cloned().chain(known).collect()
        })
    }
}
