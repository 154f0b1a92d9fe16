//! Bead shapes and how often each occurs.

/// How many English and how many Arabic segments a bead joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// English segments.
    pub english: u32,
    /// Arabic segments.
    pub arabic: u32,
}

const fn shape(english: u32, arabic: u32) -> Shape {
    Shape { english, arabic }
}

/// Most segments that a bead has on one side.
pub const LONGEST: u32 = 8;

/// All shapes, the commonest first.
#[rustfmt::skip]
pub const SHAPES: [Shape; 18] = [
    shape(1, 1), shape(1, 0), shape(0, 1),
    shape(2, 1), shape(3, 1), shape(4, 1), shape(5, 1), shape(6, 1), shape(7, 1), shape(8, 1),
    shape(1, 2), shape(1, 3), shape(1, 4), shape(1, 5), shape(1, 6), shape(1, 7), shape(1, 8),
    shape(2, 2),
];

/// The logarithms of the chances of all shapes in texts of so many segments, in nats against a 1-1 bead.
///
/// A text much longer than the other must have lost or gained segments: half of the difference is expected to stand alone, and
/// never less than one segment in thirteen. Constants fitted on perturbed news (see `benches/ACCURACY.md`).
pub fn priors(english: u32, arabic: u32) -> [f32; SHAPES.len()] {
    let alone = |own: u32, other: u32| (0.5 * (own as f32 - other as f32) / own.max(1) as f32).clamp(0.074, 0.9).ln();
    SHAPES.map(|shape| match (shape.english, shape.arabic) {
        (1, 1) => 0.0,
        (_, 0) => alone(english, arabic),
        (0, _) => alone(arabic, english),
        (2, 2) => -14.0,
        (e, a) => -4.0 - 2.0 * (e.max(a) as f32 - 2.0),
    })
}
