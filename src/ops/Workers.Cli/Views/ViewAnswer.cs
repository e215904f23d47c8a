namespace Workers.Cli.Views;

/// <summary>How a view stands.</summary>
/// <param name="View">Which.</param>
/// <param name="Active">The generation that is read.</param>
/// <param name="Emptying">The rebuild that empties the other one; null where none does.</param>
/// <param name="Building">The rebuild that fills the other one; null where none does.</param>
/// <param name="ChangedAt">When a rebuild last began or ended; null where there was none.</param>
internal sealed record ViewAnswer(string View, string Active, string? Emptying, string? Building, DateTimeOffset? ChangedAt);

/// <summary>How the views stand.</summary>
/// <param name="Views">Each of them.</param>
internal sealed record ViewsAnswer(IReadOnlyList<ViewAnswer> Views);

/// <summary>What a rebuild did.</summary>
/// <param name="View">Which view.</param>
/// <param name="From">The generation that was read.</param>
/// <param name="To">The generation that was built.</param>
/// <param name="IsFlipped">Whether readers read it now.</param>
/// <param name="Entries">How many entries of histories are in it.</param>
/// <param name="Difference">How it differs from the one that was read.</param>
internal sealed record RebuildAnswer(string View, string From, string To, bool IsFlipped, long Entries, ViewDifference Difference);
