using System.Globalization;

namespace LocalAws.EventBridge.Schedules;

/// <summary>One field of a cron expression: the numbers that it lists.</summary>
/// <param name="First">The least number that the field may have.</param>
/// <param name="Last">The greatest.</param>
/// <param name="Names">The names of the numbers from the least on, where they have any.</param>
internal sealed record CronField(int First, int Last, params string[] Names)
{
    public static readonly CronField Minutes = new(0, 59);
    public static readonly CronField Hours = new(0, 23);
    public static readonly CronField DaysOfMonth = new(1, 31);
    public static readonly CronField Months =
        new(1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    public static readonly CronField DaysOfWeek = new(1, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    public static readonly CronField Years = new(1970, 2199);

    /// <summary>Reads values, ranges, steps and lists of them; null when it is none of that.</summary>
    public IReadOnlyList<int>? Parse(string text)
    {
        SortedSet<int> numbers = [];
        foreach (var item in text.Split(','))
        {
            if (ParseItem(item) is not { } found)
            {
                return null;
            }

            numbers.UnionWith(found);
        }

        return [.. numbers];
    }

    /// <summary>Reads one number or name.</summary>
    public int? ParseNumber(string text)
    {
        var name = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name switch
        {
            >= 0 => First + name,
            _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= First
                && number <= Last => number,
            _ => null,
        };
    }

    private IEnumerable<int>? ParseItem(string item) => item.Split('/') switch
    {
        [var range] => ParseRange(range, mayBeOpen: false),

        // AWS documents no steps of days of the week.
        [var range, var step] when Names.Length != 7
            && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0 && every <= Last =>
            ParseRange(range, mayBeOpen: true)?.Where((_, index) => index % every == 0),
        _ => null,
    };

    private IEnumerable<int>? ParseRange(string range, bool mayBeOpen)
    {
        if (range == "*")
        {
            return Enumerable.Range(First, Last - First + 1);
        }

        return range.Split('-') switch
        {
            [var only] when ParseNumber(only) is { } number => Enumerable.Range(number, mayBeOpen ? Last - number + 1 : 1),
            [var from, var to] when ParseNumber(from) is { } start && ParseNumber(to) is { } end => Between(start, end),
            _ => null,
        };
    }

    // A range may go over the end, such as FRI-MON.
    private IEnumerable<int> Between(int start, int end) => start <= end
        ? Enumerable.Range(start, end - start + 1)
        : Enumerable.Range(start, Last - start + 1).Concat(Enumerable.Range(First, end - First + 1));
}
