using System.Globalization;
using Workers.Events;

namespace Workers.Contracts.Ranges;

/// <summary>Collects what is out of range, and costs nothing while nothing is. A value that is null is absent, hence in range.</summary>
internal struct Findings
{
    private List<Violation>? _found;

    public readonly IEnumerable<Violation> All => (IEnumerable<Violation>?)_found ?? [];

    public void Id(FieldPath field, string? value)
    {
        if (value is not (null or { Length: >= 1 and <= Limits.Id }))
        {
            Add(field, $"must have 1 to {Limits.Id} characters");
        }
    }

    public void Name(FieldPath field, string? value) => Length(field, value, Limits.Name);

    public void Text(FieldPath field, string? value) => Length(field, value, Limits.Text);

    public void Quantity(FieldPath field, int value) => Range(field, value, 1, Limits.Quantity);

    public void Stock(FieldPath field, int? value) => Range(field, value, 0, Limits.Stock);

    public void Restock(FieldPath field, int? value) => Range(field, value, 1, Limits.Stock);

    public void Money(FieldPath field, decimal? value)
    {
        if (value is < 0 or > Limits.Money)
        {
            Add(field, $"must be from 0 to {Limits.Money:N0}");
        }

        if (value is { Scale: > Limits.MoneyDecimals })
        {
            Add(field, $"must have at most {Limits.MoneyDecimals} decimals");
        }
    }

    public void Add(FieldPath field, FormattableString problem) =>
        (_found ??= []).Add(new(field.ToString(), problem.ToString(CultureInfo.InvariantCulture)));

    private void Length(FieldPath field, string? value, int most)
    {
        if (value?.Length > most)
        {
            Add(field, $"must have at most {most:N0} characters");
        }
    }

    private void Range(FieldPath field, int? value, int least, int most)
    {
        if (value < least || value > most)
        {
            Add(field, $"must be from {least} to {most:N0}");
        }
    }
}
