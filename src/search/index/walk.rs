//! One segment's selected documents in their order, one at a time. Does not know other segments.

use super::bits::Bits;
use super::document::{Order, Place};
use super::judge::{Asked, CHEAP, Question};
use super::segment::Segment;
use std::io;

/// After so many documents looked at in vain, all lists are read.
const LOOKS: usize = 1000;
/// Up to so many candidates are sorted; more are met by going through all documents in their order.
const FEW: usize = 1000;

/// A way through a segment.
pub(super) struct Walk<'a> {
    segment: &'a Segment,
    question: &'a Question<'a>,
    gone: &'a Bits,
    order: Order,
    asked: Asked,
    /// The candidates in their order, where they are few.
    few: Option<Vec<u16>>,
    at: usize,
    in_vain: usize,
}

/// A selected document.
pub(super) struct Step<'a> {
    pub(super) place: Place<'a>,
    pub(super) key: String,
    pub(super) look_at_all: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        segment: &'a Segment,
        question: &'a Question<'a>,
        gone: &'a Bits,
        order: Order,
    ) -> io::Result<Walk<'a>> {
        let asked = Asked::new(segment, question, gone, CHEAP)?;
        let mut walk = Walk {
            segment,
            question,
            gone,
            order,
            asked,
            few: None,
            at: 0,
            in_vain: 0,
        };
        walk.sort_few();
        Ok(walk)
    }

    fn sort_few(&mut self) {
        let maybe = self.asked.maybe();
        if maybe.count() <= FEW {
            let mut few: Vec<u16> = maybe.iter().map(|document| document as u16).collect();
            few.sort_by_cached_key(|document| self.segment.place(self.order, usize::from(*document)));
            (self.few, self.at) = (Some(few), 0);
        }
    }

    fn candidate(&mut self) -> Option<usize> {
        let order = match &self.few {
            Some(few) => few,
            None => self.segment.in_order(self.order),
        };
        let maybe = self.asked.maybe();
        let rest = order.get(self.at..)?;
        let ahead = rest
            .iter()
            .position(|document| maybe.contains(usize::from(*document)))?;
        self.at += ahead + 1;
        Some(usize::from(rest[ahead]))
    }

    /// The next one.
    pub(super) fn step(&mut self) -> io::Result<Option<Step<'a>>> {
        while let Some(document) = self.candidate() {
            if self.asked.is_sure(document) || self.asked.holds(self.segment, document)? {
                return self.found(document).map(Some);
            }
            self.in_vain += 1;
            if self.in_vain == LOOKS {
                // Those before are behind us, selected or not.
                self.asked = Asked::new(self.segment, self.question, self.gone, usize::MAX)?;
            }
        }
        Ok(None)
    }

    fn found(&self, document: usize) -> io::Result<Step<'a>> {
        let segment: &'a Segment = self.segment;
        let session = &segment.sessions()[segment.session_of(document)];
        let record = segment.record(document)?;
        Ok(Step {
            place: segment.place(self.order, document),
            key: format!("{}/{}", session.id.0, record.own()),
            look_at_all: session.look_at_all,
        })
    }
}
