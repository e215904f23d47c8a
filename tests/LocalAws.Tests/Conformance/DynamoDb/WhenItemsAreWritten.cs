using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using static LocalAws.Tests.Conformance.DynamoDb.Values;

namespace LocalAws.Tests.Conformance.DynamoDb;

public sealed class WhenItemsAreWritten(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_put_replaces_and_shows_what_was_there()
    {
        var table = await endpoint.CreateTableAsync();
        await endpoint.DynamoDb.PutItemAsync(table, Item("a", "x", S("old")), Cancellation);

        var answer = await endpoint.DynamoDb.PutItemAsync(table, Item("a", "y", S("new")), ReturnValue.ALL_OLD, Cancellation);

        Assert.Equal("old", answer.Attributes["x"].S);
        Assert.Equal(["pk", "sk", "y"], (await GetAsync(table, "a")).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_update_makes_the_item_and_shows_what_changed()
    {
        var request = Update(
            await endpoint.CreateTableAsync(),
            "SET a = if_not_exists(a, :zero) + :five, b = list_append(if_not_exists(b, :none), :list), c = :map ADD d :five, e :set",
            new()
            {
                [":zero"] = N("0"),
                [":five"] = N("5"),
                [":none"] = new AttributeValue { L = [], IsLSet = true },
                [":list"] = List(S("x")),
                [":map"] = Map("deep", N("1")),
                [":set"] = Strings("m", "n"),
            });

        await endpoint.DynamoDb.UpdateItemAsync(request, Cancellation);
        var second = (await endpoint.DynamoDb.UpdateItemAsync(request, Cancellation)).Attributes;

        Assert.Equal(("10", "10"), (second["a"].N, second["d"].N));
        Assert.Equal(["x", "x"], second["b"].L.Select(element => element.S));
        Assert.Equal("1", second["c"].M["deep"].N);
        Assert.Equal(["m", "n"], second["e"].SS.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_update_takes_away()
    {
        var table = await endpoint.CreateTableAsync();
        var item = Item("a", "steps", List(S("0"), S("1"), S("2")));
        item["set"] = Strings("m", "n");
        item["tree"] = Map("deep", N("1"));
        await endpoint.DynamoDb.PutItemAsync(table, item, Cancellation);

        await endpoint.DynamoDb.UpdateItemAsync(
            Update(table, "REMOVE steps[1], tree.deep DELETE #s :gone", new() { [":gone"] = Strings("n", "o") }, new() { ["#s"] = "set" }),
            Cancellation);

        var left = await GetAsync(table, "a");
        Assert.Equal(["0", "2"], left["steps"].L.Select(element => element.S));
        Assert.Equal(["m"], left["set"].SS);
        Assert.Empty(left["tree"].M ?? []);
    }

    [Theory]
    [InlineData("ALL_OLD", "old", true)]
    [InlineData("UPDATED_OLD", "old", false)]
    [InlineData("ALL_NEW", "new", true)]
    [InlineData("UPDATED_NEW", "new", false)]
    public async Task An_update_shows_what_it_is_asked_for(string returnValues, string value, bool hasTheRest)
    {
        var table = await endpoint.CreateTableAsync();
        var item = Item("a", "x", S("old"));
        item["rest"] = S("same");
        await endpoint.DynamoDb.PutItemAsync(table, item, Cancellation);
        var request = Update(table, "SET x = :new", new() { [":new"] = S("new") });
        request.ReturnValues = returnValues;

        var answer = await endpoint.DynamoDb.UpdateItemAsync(request, Cancellation);

        Assert.Equal(value, answer.Attributes["x"].S);
        Assert.Equal(hasTheRest, answer.Attributes.ContainsKey("rest"));
    }

    [Fact]
    public async Task A_condition_that_fails_changes_nothing_and_shows_the_item_if_asked_to()
    {
        var table = await endpoint.CreateTableAsync();
        await endpoint.DynamoDb.PutItemAsync(table, Item("a", "x", S("here")), Cancellation);
        var request = new PutItemRequest(table, Item("a", "x", S("other")))
        {
            ConditionExpression = "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };

        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => endpoint.DynamoDb.PutItemAsync(request, Cancellation));

        Assert.Equal("The conditional request failed", error.Message);
        Assert.Equal("here", error.Item["x"].S);
        Assert.Equal("here", (await GetAsync(table, "a"))["x"].S);
    }

    [Theory]
    [InlineData("SET pk = :v", "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key")]
    [InlineData("SET a.b = :v", "The document path provided in the update expression is invalid for update")]
    public async Task An_update_that_cannot_be_is_refused(string expression, string message)
    {
        var request = Update(await endpoint.CreateTableAsync(), expression, new() { [":v"] = S("x") });

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => endpoint.DynamoDb.UpdateItemAsync(request, Cancellation));

        Assert.Equal(("ValidationException", message), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task A_key_of_the_wrong_type_is_refused()
    {
        var table = await endpoint.CreateTableAsync();
        Dictionary<string, AttributeValue> item = new() { ["pk"] = N("1"), ["sk"] = N("1") };

        var put = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => endpoint.DynamoDb.PutItemAsync(table, item, Cancellation));
        Assert.Equal("One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N", put.Message);

        Differences.KeyOfWrongType.Skip(endpoint);
        var get = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => endpoint.DynamoDb.GetItemAsync(table, item, Cancellation));
        Assert.Equal("The provided key element does not match the schema", get.Message);
    }

    [Fact]
    public async Task Numbers_keep_thirty_eight_digits()
    {
        var table = await endpoint.CreateTableAsync();
        const string Number = "1234567890123456789012345678901234567.8";
        await endpoint.DynamoDb.PutItemAsync(table, Item("a", "n", N(Number)), Cancellation);
        Assert.Equal(Number, (await GetAsync(table, "a"))["n"].N);

        Differences.Digits.Skip(endpoint);
        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => endpoint.DynamoDb.PutItemAsync(table, Item("a", "n", N(Number + "9")), Cancellation));
        Assert.Equal("Attempting to store more than 38 significant digits in a Number", error.Message);
    }

    [Fact]
    public async Task Sets_are_never_empty()
    {
        var table = await endpoint.CreateTableAsync();
        var request = new PutItemRequest(table, Item("a", "set", new AttributeValue { SS = [], IsSSSet = true }));

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => endpoint.DynamoDb.PutItemAsync(request, Cancellation));

        Assert.Equal("One or more parameter values were invalid: An string set  may not be empty", error.Message);
    }

    [Fact]
    public async Task Capacity_is_told()
    {
        var table = await endpoint.CreateTableAsync();
        var request = new PutItemRequest(table, Item("a", "x", S(new string('x', 2000)))) { ReturnConsumedCapacity = "TOTAL" };

        var answer = await endpoint.DynamoDb.PutItemAsync(request, Cancellation);

        Differences.Capacity.Skip(endpoint);
        Assert.Equal((table, 2), (answer.ConsumedCapacity.TableName, answer.ConsumedCapacity.CapacityUnits));
    }

    private static UpdateItemRequest Update(
        string table,
        string expression,
        Dictionary<string, AttributeValue> values,
        Dictionary<string, string>? names = null) => new()
        {
            TableName = table,
            Key = Key("a"),
            UpdateExpression = expression,
            ExpressionAttributeValues = values,
            ExpressionAttributeNames = names,
            ReturnValues = ReturnValue.ALL_NEW,
        };

    private async Task<Dictionary<string, AttributeValue>> GetAsync(string table, string partition) =>
        (await endpoint.DynamoDb.GetItemAsync(table, Key(partition), Cancellation)).Item;
}
