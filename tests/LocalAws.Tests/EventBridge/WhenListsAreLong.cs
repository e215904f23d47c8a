using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge;

public sealed class WhenListsAreLong : EventBridgeSpec
{
    [Fact]
    public async Task They_come_in_pages_in_the_order_of_names()
    {
        foreach (var name in new[] { "c", "a", "e", "d", "b" })
        {
            await CallAsync("PutRule", new { Name = name, EventPattern = AnySource });
        }

        var first = await CallAsync("ListRules", new { Limit = 2 });
        var second = await CallAsync("ListRules", new { Limit = 2, NextToken = (string?)first["NextToken"] });
        var third = await CallAsync("ListRules", new { Limit = 2, NextToken = (string?)second["NextToken"] });

        Assert.Equal(["a", "b", "c", "d", "e"], Names(first).Concat(Names(second)).Concat(Names(third)));
        Assert.Null(third["NextToken"]);
    }

    [Fact]
    public async Task They_can_be_narrowed_to_a_prefix()
    {
        foreach (var name in new[] { "order-a", "stock", "order-b" })
        {
            await CallAsync("PutRule", new { Name = name, EventPattern = AnySource });
        }

        Assert.Equal(["order-a", "order-b"], Names(await CallAsync("ListRules", new { NamePrefix = "order-" })));
    }

    [Fact]
    public async Task A_foreign_token_is_refused() => Assert.Equal(
        "ValidationException: Parameter NextToken is not valid.", await RefusalAsync("ListRules", new { NextToken = "?" }));

    private static IEnumerable<string?> Names(JsonNode page) => page["Rules"]!.AsArray().Select(rule => (string?)rule!["Name"]);
}
