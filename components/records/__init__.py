"""Read and check the data package: tidy CSVs in which every row is a sourced claim."""

from components.records.checks import CHECKS, check_package
from components.records.claims import Resolution, resolve_claims, split_source
from components.records.edtf_dates import DateError, DateSpan, format_date, parse_date, read_span
from components.records.package import DataPackage, read_package
from components.records.problem import Problem, limit_problems
from components.records.schema import SHIPPED_SCHEMA, FieldSchema, ForeignKey, Schema, SchemaError, TableSchema, read_schema
from components.records.sources import Reference, Source, parse_reference, read_sources

__all__ = [
    "CHECKS",
    "SHIPPED_SCHEMA",
    "DataPackage",
    "DateError",
    "DateSpan",
    "FieldSchema",
    "ForeignKey",
    "Problem",
    "Reference",
    "Resolution",
    "Schema",
    "SchemaError",
    "Source",
    "TableSchema",
    "check_package",
    "format_date",
    "limit_problems",
    "parse_date",
    "parse_reference",
    "read_package",
    "read_schema",
    "read_sources",
    "read_span",
    "resolve_claims",
    "split_source",
]
