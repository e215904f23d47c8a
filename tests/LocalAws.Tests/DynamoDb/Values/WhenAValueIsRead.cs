namespace LocalAws.Tests.DynamoDb.Values;

public sealed class WhenAValueIsRead
{
    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("""{"S":""}""")]
    [InlineData("""{"S":"\uD83D\uDE00 & <b>"}""")]
    [InlineData("""{"N":"-1.5"}""")]
    [InlineData("""{"B":""}""")]
    [InlineData("""{"B":"AAEC/w=="}""")]
    [InlineData("""{"BOOL":false}""")]
    [InlineData("""{"NULL":true}""")]
    [InlineData("""{"L":[{"L":[]},{"M":{}},{"S":"x"}]}""")]
    [InlineData("""{"M":{"a.b":{"M":{"":{"N":"0"}}}}}""")]
    [InlineData("""{"SS":[""]}""")]
    [InlineData("""{"BS":["","AA=="]}""")]
    public async Task It_comes_back_as_it_was(string value)
    {
        await _dynamo.CreateTableAsync("things");

        await _dynamo.PutAsync("things", $$$$"""{"pk":{"S":"x"},"v":{{{{value}}}}}""");

        Dynamo.AssertJson(value, (await _dynamo.GetAsync("things", """{"pk":{"S":"x"}}"""))!["v"]);
    }

    [Theory]
    [InlineData("""{"NULL":"true"}""", """{"NULL":true}""")]
    [InlineData("""{"SS":["b","","a"]}""", """{"SS":["","a","b"]}""")]
    [InlineData("""{"SS":["\uFF5E","\uD83D\uDE00","z"]}""", """{"SS":["z","\uFF5E","\uD83D\uDE00"]}""")]
    [InlineData("""{"NS":["10","9","-1","9.5"]}""", """{"NS":["-1","9","9.5","10"]}""")]
    [InlineData("""{"BS":["/w==","AA=="]}""", """{"BS":["AA==","/w=="]}""")]
    public async Task It_comes_back_in_AWS_s_own_form(string value, string form)
    {
        await _dynamo.CreateTableAsync("things");

        await _dynamo.PutAsync("things", $$$$"""{"pk":{"S":"x"},"v":{{{{value}}}}}""");

        Dynamo.AssertJson(form, (await _dynamo.GetAsync("things", """{"pk":{"S":"x"}}"""))!["v"]);
    }

    [Theory]
    [InlineData("""{"SS":[]}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("""{"NS":[]}""", "One or more parameter values were invalid: An number set  may not be empty")]
    [InlineData("""{"BS":[]}""", "One or more parameter values were invalid: Binary sets should not be empty")]
    [InlineData("""{"SS":["b","a","b"]}""", "One or more parameter values were invalid: Input collection [b, a, b] contains duplicates.")]
    [InlineData("""{"BS":["AA==","AA=="]}""",
        "One or more parameter values were invalid: Input collection [AA==, AA==]of type BS contains duplicates.")]
    [InlineData("""{"NS":["1","1.0"]}""", "Input collection contains duplicates")]
    [InlineData("""{"N":""}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"L":[{"N":"x"}]}""", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("""{"NULL":false}""",
        "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [InlineData("{}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"X":"1"}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":"a","N":"1"}""",
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    public async Task What_no_item_may_hold_is_refused(string value, string message)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync(
            "PutItem", $$"""{"TableName":"things","Item":{"pk":{"S":"x"},"v":{{value}} } }""");

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("""{"N":123}""")]
    [InlineData("""{"S":1}""")]
    [InlineData("""{"B":"not base64!"}""")]
    [InlineData("""{"BOOL":"true"}""")]
    [InlineData("""{"L":{}}""")]
    [InlineData("\"text\"")]
    public async Task What_is_not_of_the_protocol_is_a_serialization_error(string value)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync(
            "PutItem", $$"""{"TableName":"things","Item":{"pk":{"S":"x"},"v":{{value}} } }""");

        Assert.Equal("SerializationException", refusal.Code);
    }

    [Fact]
    public async Task Thirty_two_levels_are_kept()
    {
        await _dynamo.CreateTableAsync("things");

        await _dynamo.PutAsync("things", $$$$"""{"pk":{"S":"x"},"v":{{{{Nested(31)}}}}}""");

        Dynamo.AssertJson(Nested(31), (await _dynamo.GetAsync("things", """{"pk":{"S":"x"}}"""))!["v"]);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(200)]
    public async Task Deeper_nesting_is_refused(int wraps)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync(
            "PutItem", $$"""{"TableName":"things","Item":{"pk":{"S":"x"},"v":{{Nested(wraps)}} } }""");

        Assert.StartsWith("Nesting Levels have exceeded supported limits", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, null)]
    [InlineData(13, "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit")]
    public async Task No_update_nests_deeper(int wraps, string? message)
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", $$$$"""{"pk":{"S":"x"},"v":{{{{Nested(19)}}}}}""");
        var path = "v" + string.Concat(Enumerable.Repeat(".n", 19));
        var update = _dynamo.CallAsync("UpdateItem", $$$$"""
            {
                "TableName": "things", "Key": {"pk": {"S": "x"}}, "UpdateExpression": "SET {{{{path}}}} = :v",
                "ExpressionAttributeValues": {":v": {{{{Nested(wraps)}}}}}
            }
            """);

        Assert.Equal(message, (await Record.ExceptionAsync(() => update))?.Message);
    }

    [Theory]
    [InlineData(0, "Empty attribute name")]
    [InlineData(1, null)]
    [InlineData(65_535, null)]
    [InlineData(65_536, "Attribute name is too large, must be less than 65536 bytes")]
    public async Task Names_have_1_to_65535_bytes_and_only_inside_documents_none(int length, string? fault)
    {
        await _dynamo.CreateTableAsync("things");
        var name = new string('n', length);

        var top = await MessageAsync("PutItem", $$$$"""
            {"TableName": "things", "Item": {"pk": {"S": "x"}, "{{{{name}}}}": {"N": "1"}}}
            """);
        var nested = await MessageAsync("PutItem", $$$$"""
            {"TableName": "things", "Item": {"pk": {"S": "x"}, "v": {"M": {"{{{{name}}}}": {"N": "1"} } } } }
            """);
        var named = await MessageAsync("GetItem", $$$$"""
            {
                "TableName": "things", "Key": {"pk": {"S": "x"}}, "ProjectionExpression": "#n",
                "ExpressionAttributeNames": {"#n": "{{{{name}}}}"}
            }
            """);

        Assert.Equal((fault, length == 0 ? null : fault), (top, nested));
        Assert.Equal(fault is null ? null : $"ExpressionAttributeNames contains invalid value: {fault} for key #n", named);

        async Task<string?> MessageAsync(string operation, string request) =>
            (await Record.ExceptionAsync(() => _dynamo.CallAsync(operation, request)))?.Message;
    }

    [Fact]
    public async Task Bytes_count_not_characters()
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync("PutItem", $$$$"""
            {"TableName": "things", "Item": {"pk": {"S": "x"}, "{{{{new string('\u20AC', 21_846)}}}}": {"N": "1"}}}
            """);

        Assert.Equal("Attribute name is too large, must be less than 65536 bytes", refusal.Message);
    }

    private static string Nested(int wraps) =>
        string.Concat(Enumerable.Repeat("""{"M":{"n":""", wraps)) + """{"S":"null"}""" + new string('}', 2 * wraps);
}
