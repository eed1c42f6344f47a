//! A filter asked of one segment: the documents it surely selects, and those that may be selected and have to be
//! looked at. Does not know in what order they are wanted.

use super::bits::Bits;
use super::document::number;
use super::names::FilterNames;
use super::segment::Segment;
use super::sought::Sought;
use super::words::WordNumbers;
use crate::calendar::Day;
use crate::search::filter::{Filter, Term, Test};
use crate::search::pattern::Pattern;
use std::io;

/// Lists of more than this (bytes, and something for each) are not read at first: words that frequent are soon found
/// by looking at documents in their order.
pub(super) const CHEAP: usize = 100_000;

/// What is known of a test without looking at documents.
#[derive(Clone, Debug)]
struct Bounds {
    sure: Bits,
    /// All of `sure`, and those to be looked at.
    maybe: Bits,
}

impl Bounds {
    fn exact(bits: Bits) -> Bounds {
        let maybe = bits.clone();
        Bounds { sure: bits, maybe }
    }

    fn turned_round(self) -> Bounds {
        Bounds {
            sure: self.maybe.turned_round(),
            maybe: self.sure.turned_round(),
        }
    }
}

impl Question<'_> {
    /// Only the first so many documents are asked: open ones come first.
    pub(super) fn scope(&self, segment: &Segment) -> usize {
        match self.open {
            true => segment.open_documents(),
            false => segment.documents(),
        }
    }
}

/// A filter asked of one segment.
pub(super) struct SegmentFilter {
    groups: Vec<Vec<AskedTerm>>,
    all: Bounds,
}

struct AskedTerm {
    excluded: bool,
    known: Bounds,
    /// How it is looked at.
    sought: Option<Sought>,
    only_subject: bool,
}

/// What a filter is asked with.
pub(super) struct Question<'a> {
    pub(super) filter: &'a Filter,
    pub(super) names: &'a FilterNames,
    pub(super) open: bool,
    pub(super) today: Day,
}

impl SegmentFilter {
    /// Asks. Lists that cost more than `most` are not read.
    pub(super) fn new(
        segment: &Segment,
        question: &Question,
        gone: &Bits,
        most: usize,
    ) -> io::Result<SegmentFilter> {
        let documents = question.scope(segment);
        let mut groups = Vec::new();
        let mut all = Bounds::exact(gone.first(documents).turned_round());
        for terms in &question.filter.groups {
            let mut group = Vec::new();
            let mut any = Bounds::exact(Bits::none(documents));
            for term in terms {
                let asked = AskedTerm::new(segment, question, term, most)?;
                let known = asked.known.clone();
                let known = if asked.excluded {
                    known.turned_round()
                } else {
                    known
                };
                any.sure.or(&known.sure);
                any.maybe.or(&known.maybe);
                group.push(asked);
            }
            all.sure.and(&any.sure);
            all.maybe.and(&any.maybe);
            groups.push(group);
        }
        Ok(SegmentFilter { groups, all })
    }

    /// Those that may be selected.
    pub(super) fn maybe(&self) -> &Bits {
        &self.all.maybe
    }

    /// Whether the document is surely selected.
    pub(super) fn is_sure(&self, document: usize) -> bool {
        self.all.sure.contains(document)
    }

    /// Whether a document of [`SegmentFilter::maybe`] is selected, by its words.
    pub(super) fn holds(&self, segment: &Segment, document: usize) -> io::Result<bool> {
        let record = segment.record(document)?;
        let holds = |term: &AskedTerm| {
            let found = term.known.sure.contains(document)
                || (term.known.maybe.contains(document) && term.is_in(record.words()));
            found != term.excluded
        };
        Ok(self.groups.iter().all(|group| group.iter().any(holds)))
    }
}

impl AskedTerm {
    fn new(segment: &Segment, question: &Question, term: &Term, most: usize) -> io::Result<AskedTerm> {
        let (names, scope) = (question.names, question.scope(segment));
        let mut asked = AskedTerm {
            excluded: term.excluded,
            known: Bounds::exact(Bits::none(0)),
            sought: None,
            only_subject: false,
        };
        let exact = match &term.test {
            Test::Words(pattern) => {
                let named = names.organisations_in(segment, |name| pattern.occurs_in(&name.folded));
                let sought = Sought::new(pattern, &segment.lexicon);
                asked.known = words(segment, &sought, scope, most)?;
                let named = segment.with_organisations(named.into_iter(), scope)?;
                asked.known.sure.or(&named);
                asked.known.maybe.or(&named);
                asked.sought = Some(sought);
                return Ok(asked);
            }
            Test::Subject(pattern) => {
                let sought = Sought::new(pattern, &segment.lexicon);
                asked.known = words(segment, &sought, scope, most)?;
                // The words may stand elsewhere.
                asked.known.sure = Bits::none(scope);
                (asked.sought, asked.only_subject) = (Some(sought), true);
                return Ok(asked);
            }
            Test::Responsible(pattern) => responsible(segment, names, pattern, scope)?,
            test => by_columns(segment, question, test),
        };
        asked.known = Bounds::exact(exact);
        Ok(asked)
    }

    fn is_in(&self, words: impl Iterator<Item = Option<usize>>) -> bool {
        let Some(sought) = &self.sought else { return false };
        let mut progress = sought.start();
        for word in words {
            match word {
                Some(word) if sought.is_end(word, &mut progress) => return true,
                Some(_) => {}
                None if self.only_subject => return false,
                None => progress = sought.start(),
            }
        }
        false
    }
}

/// Documents that have the words, as far as reading their lists is cheap.
fn words(segment: &Segment, sought: &Sought, scope: usize, most: usize) -> io::Result<Bounds> {
    let mut known = match listed(segment, &[&sought.single], scope, most)? {
        Some(bits) => Bounds::exact(bits),
        None => Bounds {
            sure: Bits::none(scope),
            maybe: Bits::all(scope),
        },
    };
    if !sought.phrase.is_empty() {
        let sets: Vec<Vec<&WordNumbers>> = sought.phrase.iter().map(|words| vec![words]).collect();
        known.maybe.or(&all_of(segment, &sets, scope, most)?);
    }
    let (first, last) = sought.across_ends();
    if !first.is_empty() && !last.is_empty() {
        known.maybe.or(&all_of(segment, &[first, last], scope, most)?);
    }
    Ok(known)
}

/// Documents with words of one of these sets, where it is cheap to know.
fn listed(segment: &Segment, sets: &[&WordNumbers], scope: usize, most: usize) -> io::Result<Option<Bits>> {
    if sets.iter().any(|words| segment.costs_more(words, most)) {
        return Ok(None);
    }
    let mut all = Bits::none(scope);
    for words in sets {
        all.or(&segment.with_words(words, scope)?);
    }
    Ok(Some(all))
}

/// Documents that have words of one set of each group, as far as it is cheap to know.
fn all_of(segment: &Segment, groups: &[Vec<&WordNumbers>], scope: usize, most: usize) -> io::Result<Bits> {
    let mut all = Bits::all(scope);
    for sets in groups {
        if let Some(bits) = listed(segment, sets, scope, most)? {
            all.and(&bits);
        }
    }
    Ok(all)
}

fn responsible(segment: &Segment, names: &FilterNames, pattern: &Pattern, scope: usize) -> io::Result<Bits> {
    let written = segment.names().iter().enumerate();
    let written = written.filter(|(_, name)| pattern.names_folded(&name.folded, &name.core));
    let mut bits = segment.with_names(written.map(|(place, _)| place), scope)?;
    let known = names.organisations_in(segment, |name| pattern.names_folded(&name.folded, &name.core));
    bits.or(&segment.with_organisations(known.into_iter(), scope)?);
    Ok(bits)
}

/// Tests of what is in memory for each document or session.
fn by_columns(segment: &Segment, question: &Question, test: &Test) -> Bits {
    let (today, scope) = (number(Some(question.today)), question.scope(segment));
    let of_session = |is_in: &dyn Fn(usize) -> bool| {
        let sessions = Bits::of(segment.sessions().len(), is_in);
        Bits::of(scope, |document| sessions.contains(segment.session_of(document)))
    };
    let facts = |session: usize| &segment.sessions()[session];
    match test {
        Test::Session { written, ordinal } => of_session(&|session| {
            let facts = facts(session);
            facts.id.0 == *written || (ordinal.is_some() && facts.ordinal == *ordinal)
        }),
        Test::Body(pattern) => of_session(&|session| question.names.is_body(&facts(session).body, pattern)),
        Test::Year(year) => of_session(&|session| facts(session).year_asked == Some(*year)),
        Test::Status(status) => Bits::of(scope, |document| segment.has_status(document, *status)),
        Test::Overdue => Bits::of(scope, |document| segment.is_overdue(document, today)),
        Test::Due(due) => {
            let passes = due.by_number(question.today);
            Bits::of(scope, |document| passes(segment.due[document]))
        }
        Test::Words(_) | Test::Responsible(_) | Test::Subject(_) => Bits::none(scope),
    }
}
