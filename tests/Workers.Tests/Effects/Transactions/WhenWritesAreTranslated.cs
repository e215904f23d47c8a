using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Events;
using Workers.Tests.Effects.Fakes;
using Condition = Workers.Effects.Decisions.Condition;

namespace Workers.Tests.Effects.Transactions;

public sealed class WhenWritesAreTranslated
{
    private static readonly ItemKey Count = new("counts", "bucket", "2026-01-15", "metric", "orders");

    private readonly WriteTranslator _translator = new(Options.Create(new ResourceNaming { Prefix = "test-" }));

    public static TheoryData<string, string, string, string> Conditions => new()
    {
        { "item absent", "attribute_not_exists(#n1)", "productId", "" },
        { "item exists", "attribute_exists(#n1)", "productId", "" },
        { "between", "#n1 BETWEEN :v1 AND :v2", "available", "N=-1.5, N=20" },
        { "at least", "#n1 >= :v1", "available", "N=3" },
        { "at most", "#n1 <= :v1", "available", "N=3" },
        { "text", "#n1 = :v1", "state", "S=Reserved" },
        { "number", "#n1 BETWEEN :v1 AND :v2", "available", "N=7, N=7" },
        { "attribute absent", "attribute_not_exists(#n1)", "state", "" },
        { "both", "#n1 >= :v1 AND #n2 = :v2", "available, state", "N=3, S=Reserved" },
        { "one name twice", "#n1 >= :v1 AND #n1 <= :v2", "available", "N=3, N=5" },
    };

    private static IReadOnlyList<Condition> Named(string name) => name switch
    {
        "item absent" => [Condition.ItemAbsent],
        "item exists" => [Condition.ItemExists],
        "between" => [Condition.Between("available", -1.5m, 20)],
        "at least" => [Condition.AtLeast("available", 3)],
        "at most" => [Condition.AtMost("available", 3)],
        "text" => [Condition.Is("state", "Reserved")],
        "number" => [Condition.Is("available", 7)],
        "attribute absent" => [Condition.Is("state", (string?)null)],
        "both" => [Condition.AtLeast("available", 3), Condition.Is("state", "Reserved")],
        "one name twice" => [Condition.AtLeast("available", 3), Condition.AtMost("available", 5)],
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_is_an_expression_over_placeholders(string condition, string expression, string names, string values)
    {
        var update = Write.Update(Shop.Product("mug")).Set("x", "y").When(Named(condition));

        var action = _translator.Translate(update).Update;

        Assert.Equal(expression, action.ConditionExpression);
        Assert.Equal(names, string.Join(", ", action.ExpressionAttributeNames.Where(name => name.Key != "#n0").Select(name => name.Value)));
        Assert.Equal(values, Text(action.ExpressionAttributeValues.Where(value => value.Key != ":v0")));
    }

    [Fact]
    public void An_insert_puts_the_key_and_the_attributes_where_no_item_is()
    {
        var insert = Write.Insert(Count, Item.Empty.With("count", 1).With("at", FakeTime.Start));

        var action = _translator.Translate(insert).Put;

        Assert.Equal("test-counts", action.TableName);
        Assert.Equal(
            "bucket: S=2026-01-15, metric: S=orders, count: N=1, at: S=2026-01-15T10:00:00.0000000Z", Named(action.Item));
        Assert.Equal("attribute_not_exists(#n0)", action.ConditionExpression);
        Assert.Equal("bucket", action.ExpressionAttributeNames["#n0"]);
        Assert.Equal("ALL_OLD", action.ReturnValuesOnConditionCheckFailure);
    }

    [Fact]
    public void An_update_sets_and_adds_in_one_expression()
    {
        var update = Write.Update(Count).Set("name", "Orders").Set("at", FakeTime.Start).Add("count", 2).Add("sum", -0.5m);

        var action = _translator.Translate(update).Update;

        Assert.Equal("test-counts", action.TableName);
        Assert.Equal("bucket: S=2026-01-15, metric: S=orders", Named(action.Key));
        Assert.Equal("SET #n0 = :v0, #n1 = :v1 ADD #n2 :v2, #n3 :v3", action.UpdateExpression);
        Assert.Equal(["name", "at", "count", "sum"], action.ExpressionAttributeNames.Values);
        Assert.Equal("S=Orders, S=2026-01-15T10:00:00.0000000Z, N=2, N=-0.5", Text(action.ExpressionAttributeValues));
        Assert.Null(action.ConditionExpression);
        Assert.Equal("ALL_OLD", action.ReturnValuesOnConditionCheckFailure);
    }

    [Fact]
    public void An_update_that_only_adds_has_no_set_clause() =>
        Assert.Equal("ADD #n0 :v0", _translator.Translate(Write.Update(Count).Add("count", 1)).Update.UpdateExpression);

    [Fact]
    public void A_check_is_a_condition_alone_and_sends_no_empty_map()
    {
        var check = Write.Check(Shop.Product("mug"), Condition.ItemAbsent);

        var action = _translator.Translate(check).ConditionCheck;

        Assert.Equal("test-products", action.TableName);
        Assert.Equal("attribute_not_exists(#n0)", action.ConditionExpression);
        Assert.Null(action.ExpressionAttributeValues);
        Assert.Equal("ALL_OLD", action.ReturnValuesOnConditionCheckFailure);
    }

    private static string Text(IEnumerable<KeyValuePair<string, AttributeValue>> values) =>
        string.Join(", ", values.Select(value => Text(value.Value)));

    private static string Named(IEnumerable<KeyValuePair<string, AttributeValue>> values) =>
        string.Join(", ", values.Select(value => $"{value.Key}: {Text(value.Value)}"));

    private static string Text(AttributeValue value) => value.S is { } text ? $"S={text}" : $"N={value.N}";
}
