//! One segment's selected documents in their order, one at a time. Does not know other segments.

use super::bits::Bits;
use super::document::{Order, SessionFacts, SortKey};
use super::judge::{CHEAP, Question, SegmentFilter};
use super::segment::Segment;
use std::cmp::Ordering;
use std::io;

/// After so many documents looked at in vain, all lists are read.
const LOOKS: usize = 500;

/// A way through a segment.
pub(super) struct Walk<'a> {
    segment: &'a Segment,
    question: &'a Question<'a>,
    gone: &'a Bits,
    order: Order,
    asked: SegmentFilter,
    way: Approach,
    in_vain: usize,
}

/// How candidates are met.
enum Approach {
    /// By session: the place in the segment's order.
    BySession(usize),
    /// By their numbers, which are in pressing order among open ones and among the others: the next of each.
    Numbers(usize, usize),
}

/// A selected document.
pub(super) struct Candidate<'a> {
    pub(super) place: SortKey<'a>,
    pub(super) key: String,
    pub(super) session: &'a SessionFacts,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        segment: &'a Segment,
        question: &'a Question<'a>,
        gone: &'a Bits,
        order: Order,
    ) -> io::Result<Walk<'a>> {
        let asked = SegmentFilter::new(segment, question, gone, CHEAP)?;
        let way = match order {
            Order::Pressing => Approach::Numbers(0, segment.open_documents()),
            Order::Session => Approach::BySession(0),
        };
        Ok(Walk {
            segment,
            question,
            gone,
            order,
            asked,
            way,
            in_vain: 0,
        })
    }

    fn candidate(&mut self) -> io::Result<Option<usize>> {
        let (segment, maybe) = (self.segment, self.asked.maybe());
        let (open, other) = match &mut self.way {
            Approach::BySession(at) => {
                let rest = segment.by_session.get(*at..).unwrap_or_default();
                let ahead = rest
                    .iter()
                    .position(|document| maybe.contains(*document as usize));
                *at += ahead.unwrap_or(rest.len()) + 1;
                return Ok(ahead.map(|ahead| rest[ahead] as usize));
            }
            Approach::Numbers(open, other) => (open, other),
        };
        let next_open = maybe
            .next_from(*open)
            .filter(|next| *next < segment.open_documents());
        let next_other = maybe.next_from(*other);
        let takes_open = match (next_open, next_other) {
            (Some(a), Some(b)) => is_before(segment, a, b)?,
            (next_open, _) => next_open.is_some(),
        };
        let (next, at) = if takes_open {
            (next_open, open)
        } else {
            (next_other, other)
        };
        *at = next.map_or(*at, |next| next + 1);
        Ok(next)
    }

    /// The next one.
    pub(super) fn step(&mut self) -> io::Result<Option<Candidate<'a>>> {
        while let Some(document) = self.candidate()? {
            if self.asked.is_sure(document) || self.asked.holds(self.segment, document)? {
                return self.found(document).map(Some);
            }
            self.in_vain += 1;
            if self.in_vain == LOOKS {
                // Those before are behind us, selected or not.
                self.asked = SegmentFilter::new(self.segment, self.question, self.gone, usize::MAX)?;
            }
        }
        Ok(None)
    }

    fn found(&self, document: usize) -> io::Result<Candidate<'a>> {
        let segment: &'a Segment = self.segment;
        let session = &segment.sessions()[segment.session_of(document)];
        let record = segment.record(document)?;
        Ok(Candidate {
            place: segment.place(self.order, document),
            key: format!("{}/{}", session.id.0, record.own()),
            session,
        })
    }
}

/// Whether a document is more pressing than another one.
fn is_before(segment: &Segment, a: usize, b: usize) -> io::Result<bool> {
    let place = |document| segment.place(Order::Pressing, document);
    match place(a).cmp(&place(b)) {
        Ordering::Equal => Ok(segment.record(a)?.own() <= segment.record(b)?.own()),
        ordering => Ok(ordering.is_lt()),
    }
}
