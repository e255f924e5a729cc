"""The atlas, in layers: records, seats, measures, charts, ui; imports point down only."""
