using LocalAws.DynamoDb.Expressions;

namespace LocalAws.Tests.DynamoDb.Expressions;

public sealed class WhenPlaceholdersAreGiven
{
    [Fact]
    public void Every_name_has_to_be_used()
    {
        var attributes = new ExpressionAttributes(new() { ["#a"] = "a", ["#b"] = "b", ["#c"] = "c" }, values: null);
        ExpressionSpec.Library.Condition("attribute_exists(#a)", attributes);

        Assert.Equal(
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b, #c}",
            ExpressionSpec.Refusal(() => attributes.RefuseUnused()));
    }

    [Fact]
    public void A_value_counts_as_used_by_any_of_the_expressions_even_where_evaluation_stops_before_it()
    {
        var attributes = new ExpressionAttributes(null, ExpressionSpec.Map("""{":x":{"N":"1"},":y":{"N":"2"},":z":{"N":"3"}}"""));
        ExpressionSpec.Library.Condition("a = :x OR a = :y", attributes);
        ExpressionSpec.Library.Update("SET a = :z", attributes);

        attributes.RefuseUnused();
    }

    [Fact]
    public void A_value_that_nothing_uses_is_named()
    {
        var attributes = new ExpressionAttributes(null, ExpressionSpec.Map("""{":x":{"N":"1"},":y":{"N":"2"}}"""));
        ExpressionSpec.Library.Condition("a = :x", attributes);

        Assert.Equal(
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:y}",
            ExpressionSpec.Refusal(() => attributes.RefuseUnused()));
    }

    [Fact]
    public void Without_an_expression_there_is_no_use_for_them()
    {
        Assert.Equal(
            "ExpressionAttributeNames can only be specified when using expressions",
            ExpressionSpec.Refusal(() => new ExpressionAttributes(new() { ["#a"] = "a" }, values: null).RefuseUnused()));
        Assert.Equal(
            "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null",
            ExpressionSpec.Refusal(() => Values().RefuseUnused("UpdateExpression", "ConditionExpression")));
        Assert.Equal(
            "ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null",
            ExpressionSpec.Refusal(() => Values().RefuseUnused("FilterExpression")));

        static ExpressionAttributes Values() => new(null, ExpressionSpec.Map("""{":a":{"N":"1"}}"""));
    }

    [Fact]
    public void Empty_maps_are_refused()
    {
        Assert.Equal(
            "ExpressionAttributeNames must not be empty",
            ExpressionSpec.Refusal(() => _ = new ExpressionAttributes([], values: null)));
        Assert.Equal(
            "ExpressionAttributeValues must not be empty",
            ExpressionSpec.Refusal(() => _ = new ExpressionAttributes(null, ExpressionSpec.Map("{}"))));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("#")]
    [InlineData("#a-b")]
    [InlineData(":a")]
    public void A_name_of_the_wrong_form_is_refused(string key) => Assert.Equal(
        $"ExpressionAttributeNames contains invalid key: Syntax error; key: \"{key}\"",
        ExpressionSpec.Refusal(() => _ = new ExpressionAttributes(new() { [key] = "a" }, values: null)));

    [Fact]
    public void One_expression_serves_requests_with_other_names_and_values()
    {
        var first = new ExpressionAttributes(new() { ["#x"] = "a" }, ExpressionSpec.Map("""{":x":{"N":"1"}}"""));
        var second = new ExpressionAttributes(new() { ["#x"] = "b" }, ExpressionSpec.Map("""{":x":{"N":"2"}}"""));
        var item = ExpressionSpec.Map("""{"a":{"N":"1"},"b":{"N":"1"}}""");

        Assert.True(ExpressionSpec.Library.Condition("#x = :x", first)!.Holds(item));
        Assert.False(ExpressionSpec.Library.Condition("#x = :x", second)!.Holds(item));
    }
}
