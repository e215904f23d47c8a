using System.Reflection;
using System.Text.RegularExpressions;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Tests.Contracts;

/// <summary>A table's columns stand in <c>Workers.Contracts/Tables</c>, for whoever writes, reads, keys or expires its rows.</summary>
public sealed partial class TheColumns
{
    private static readonly Type[] All =
        [.. typeof(InventoryColumns).Assembly.GetTypes().Where(type => type.Name.EndsWith("Columns", StringComparison.Ordinal))];

    [Fact]
    public void Are_spelt_by_nobody_else_who_reads_or_writes_a_table()
    {
        var columns = All.SelectMany(NamesOf).ToHashSet();

        var spelt = from wing in (string[])["fleet", "ops"]
                    from file in Directory.EnumerateFiles(Approved.PathOf("src", wing), "*.cs", SearchOption.AllDirectories)
                    where !file.Contains("Workers.Contracts", StringComparison.Ordinal)
                        && !file.Contains("Workers.Provisioning", StringComparison.Ordinal)   // makes tables, and reads no row
                    let text = string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)))
                    where TableOrColumn().IsMatch(text)
                    from literal in Literal().Matches(text)
                    where columns.Contains(literal.Groups["text"].Value)
                    select $"{file}: {literal.Value} is a column: say it by its name in Workers.Contracts/Tables";

        Assert.Empty(spelt);
    }

    [Fact]
    public void Key_and_expire_every_table() =>
        Assert.All(Topology.Tables, table =>
        {
            var needed = new[] { table.PartitionKey, table.SortKey, table.TimeToLiveAttribute }.OfType<string>();

            Assert.True(
                All.Select(NamesOf).Any(names => needed.All(names.Contains)),
                $"table {table.Name}: no class of Workers.Contracts/Tables has all of its key's and expiry's columns");
        });

    private static IReadOnlyList<string> NamesOf(Type columns) =>
        [.. columns.GetFields(BindingFlags.Public | BindingFlags.Static).Select(column => (string)column.GetRawConstantValue()!)];

    [GeneratedRegex(@"Topology\.\w+Table\b|Tables\.\w+Columns\b")]
    private static partial Regex TableOrColumn();

    [GeneratedRegex("\"(?<text>[A-Za-z]+)\"")]
    private static partial Regex Literal();
}
