using Workers.AuditTrail;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Tests.Audit;

public sealed class WhenARowIsHashed
{
    private static Row Some => new()
    {
        ["entity"] = new() { S = "order#a" },
        ["link"] = new() { N = "7" },
        ["packedDetail"] = new() { B = new([1, 2, 3]) },
        ["references"] = new() { L = [new() { S = "x" }, new() { S = "y" }] },
    };

    public static TheoryData<string, Action<Row>> Changes => new()
    {
        { "a text", row => row["entity"] = new() { S = "order#b" } },
        { "a number", row => row["link"] = new() { N = "8" } },
        { "bytes", row => row["packedDetail"] = new() { B = new([1, 2, 4]) } },
        { "a list", row => row["references"] = new() { L = [new() { S = "xy" }] } },
        { "another type", row => row["link"] = new() { S = "7" } },
        { "a name", row => { row["knil"] = row["link"]; row.Remove("link"); } },
        { "one more", row => row["note"] = new() { BOOL = true } },
        { "one less", row => row.Remove("references") },
    };

    // Other programs verify too: docs/audit.md says how.
    [Fact]
    public void The_hash_is_what_the_documentation_says() =>
        Assert.Equal("dd0b3381f038d8f6c9a49439ee7a4be9227c1ea1da14b74edd8b5bd9dcf756b7", AuditHash.Of(Some));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_change_makes_another(string what, Action<Row> change)
    {
        var row = Some;

        change(row);

        Assert.True(AuditHash.Of(Some) != AuditHash.Of(row), what);
    }

    [Fact]
    public void The_order_of_attributes_makes_none() =>
        Assert.Equal(AuditHash.Of(Some), AuditHash.Of(new Row(Some.Reverse())));
}
