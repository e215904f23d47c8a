namespace LocalAws.Tests.DynamoDb.Expressions;

public sealed class WhenAnUpdateIsApplied
{
    private const string Key = """{"pk": {"S": "x"}}""";

    [Theory]
    [InlineData("SET a = :one", "{}", """{"a":{"N":"1"}}""")]
    [InlineData("set a = :one, b = :hello", """{"a":{"S":"old"},"c":{"N":"3"}}""",
        """{"a":{"N":"1"},"b":{"S":"hello"},"c":{"N":"3"}}""")]
    [InlineData("SET a = b", """{"b":{"N":"7"}}""", """{"b":{"N":"7"},"a":{"N":"7"}}""")]
    [InlineData("SET a = a + :five", """{"a":{"N":"2"}}""", """{"a":{"N":"7"}}""")]
    [InlineData("SET a = :five - a", """{"a":{"N":"2"}}""", """{"a":{"N":"3"}}""")]
    [InlineData("SET a = (a - :five)", """{"a":{"N":"2"}}""", """{"a":{"N":"-3"}}""")]
    [InlineData("SET a = if_not_exists(a, :zero) + :one", "{}", """{"a":{"N":"1"}}""")]
    [InlineData("SET a = if_not_exists(a, :zero) + :one", """{"a":{"N":"4"}}""", """{"a":{"N":"5"}}""")]
    [InlineData("SET a = if_not_exists(b, if_not_exists(c, :two))", "{}", """{"a":{"N":"2"}}""")]
    [InlineData("SET a = list_append(a, :list)", """{"a":{"L":[{"N":"0"}]}}""", """{"a":{"L":[{"N":"0"},{"N":"1"},{"S":"x"}]}}""")]
    [InlineData("SET a = list_append(:list, if_not_exists(a, :list))", "{}",
        """{"a":{"L":[{"N":"1"},{"S":"x"},{"N":"1"},{"S":"x"}]}}""")]
    [InlineData("SET #dotted = :one", "{}", """{"a.b":{"N":"1"}}""")]
    public void SET_computes_from_the_item_as_it_was(string update, string before, string after) => AssertApplied(update, before, after);

    [Theory]
    [InlineData("SET b = pk", """{"pk":{"S":"x"},"b":{"S":"x"}}""")]
    [InlineData("SET b = if_not_exists(b, pk)", """{"pk":{"S":"x"},"b":{"S":"x"}}""")]
    [InlineData("SET b = if_not_exists(pk, :one)", """{"pk":{"S":"x"},"b":{"S":"x"}}""")]
    [InlineData("SET b = list_append(:list, :list), c = pk",
        """{"pk":{"S":"x"},"b":{"L":[{"N":"1"},{"S":"x"},{"N":"1"},{"S":"x"}]},"c":{"S":"x"}}""")]
    public void Of_an_item_that_is_not_there_the_key_can_be_read(string update, string after) => Assert.Equal(
        after,
        ExpressionSpec.Json(ExpressionSpec.Library.Update(update, ExpressionSpec.Attributes())!
            .Apply(null, ExpressionSpec.Map(Key)))!.ToJsonString());

    [Fact]
    public void Every_action_sees_the_item_before_all_of_them()
    {
        AssertApplied("SET a = b, b = a", """{"a":{"N":"1"},"b":{"N":"2"}}""", """{"a":{"N":"2"},"b":{"N":"1"}}""");
        AssertApplied("REMOVE a SET b = a", """{"a":{"N":"1"}}""", """{"b":{"N":"1"}}""");
    }

    [Theory]
    [InlineData("REMOVE a", """{"a":{"N":"1"},"b":{"N":"2"}}""", """{"b":{"N":"2"}}""")]
    [InlineData("REMOVE absent, a.absent, l[9]", """{"a":{"M":{}},"l":{"L":[]}}""", """{"a":{"M":{}},"l":{"L":[]}}""")]
    [InlineData("REMOVE a.b", """{"a":{"M":{"b":{"N":"1"}}}}""", """{"a":{"M":{}}}""")]
    [InlineData("REMOVE l[0], l[2]", """{"l":{"L":[{"N":"0"},{"N":"1"},{"N":"2"},{"N":"3"}]}}""",
        """{"l":{"L":[{"N":"1"},{"N":"3"}]}}""")]
    public void REMOVE_takes_away_what_is_there(string update, string before, string after) => AssertApplied(update, before, after);

    [Theory]
    [InlineData("ADD a :five", "{}", """{"a":{"N":"5"}}""")]
    [InlineData("ADD a :five", """{"a":{"N":"-2"}}""", """{"a":{"N":"3"}}""")]
    [InlineData("ADD a :ss", "{}", """{"a":{"SS":["x","y"]}}""")]
    [InlineData("ADD a :ss", """{"a":{"SS":["a","x","z"]}}""", """{"a":{"SS":["a","x","y","z"]}}""")]
    [InlineData("ADD d.n :one", """{"d":{"M":{}}}""", """{"d":{"M":{"n":{"N":"1"}}}}""")]
    [InlineData("DELETE a :ss", """{"a":{"SS":["a","x"]}}""", """{"a":{"SS":["a"]}}""")]
    [InlineData("DELETE a :ss", """{"a":{"SS":["x"]},"b":{"N":"1"}}""", """{"b":{"N":"1"}}""")]
    [InlineData("DELETE a :ss", """{"b":{"N":"1"}}""", """{"b":{"N":"1"}}""")]
    [InlineData("DELETE a :ns ADD b :one SET c = :two REMOVE d", """{"a":{"NS":["1","7"]},"d":{"N":"1"}}""",
        """{"a":{"NS":["7"]},"b":{"N":"1"},"c":{"N":"2"}}""")]
    public void ADD_and_DELETE_work_on_numbers_and_sets(string update, string before, string after) =>
        AssertApplied(update, before, after);

    [Theory]
    [InlineData("SET a.b = :one, a.c.d = :two REMOVE a.x", """{"a":{"M":{"c":{"M":{"y":{"N":"3"}}},"x":{"N":"1"}}}}""",
        """{"a":{"M":{"c":{"M":{"y":{"N":"3"},"d":{"N":"2"}}},"b":{"N":"1"}}}}""")]
    [InlineData("SET l[1] = :one", """{"l":{"L":[{"S":"a"},{"S":"b"}]}}""", """{"l":{"L":[{"S":"a"},{"N":"1"}]}}""")]
    [InlineData("SET l[84] = :zero, l[37] = :one, l[5] = :two", """{"l":{"L":[{"S":"a"}]}}""",
        """{"l":{"L":[{"S":"a"},{"N":"2"},{"N":"1"},{"N":"0"}]}}""")]
    [InlineData("REMOVE l[1] SET l[3] = :five", """{"l":{"L":[{"N":"2"},{"N":"3"},{"N":"4"},{"N":"5"},{"N":"6"}]}}""",
        """{"l":{"L":[{"N":"2"},{"N":"4"},{"N":"5"},{"N":"6"}]}}""")]
    [InlineData("SET a.l[1].#name.y[1] = :five", """{"a":{"M":{"l":{"L":[{"N":"0"},{"M":{"name":{"M":{"y":{"L":[{"N":"3"},{"N":"4"}]}}}}}]}}}}""",
        """{"a":{"M":{"l":{"L":[{"N":"0"},{"M":{"name":{"M":{"y":{"L":[{"N":"3"},{"N":"5"}]}}}}}]}}}}""")]
    public void Paths_reach_into_documents_and_indexes_mean_the_list_as_it_was(string update, string before, string after) =>
        AssertApplied(update, before, after);

    [Fact]
    public void An_item_that_is_not_there_begins_with_its_key() =>
        Dynamo.AssertJson("""{"pk":{"S":"x"},"a":{"N":"1"}}""", Apply("ADD a :one", null));

    [Theory]
    [InlineData("REMOVE a")]
    [InlineData("REMOVE a.b, c[0]")]
    [InlineData("DELETE a :ss")]
    public void Taking_away_from_an_item_that_is_not_there_makes_none(string update) => Assert.Null(Apply(update, null));

    [Theory]
    [InlineData("SET a = absent", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET a = a + :one", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET a = list_append(a, :list)", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET a = s + :one", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET a = list_append(s, :list)", "An operand in the update expression has an incorrect data type")]
    [InlineData("ADD s :one", "An operand in the update expression has an incorrect data type")]
    [InlineData("ADD s :ss", "An operand in the update expression has an incorrect data type")]
    [InlineData("DELETE s :ss", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET s.x = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET absent.x = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET d[0] = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET l.x = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET l[3].x = :one", "The document path provided in the update expression is invalid for update")]
    [InlineData("REMOVE absent.x", "The document path provided in the update expression is invalid for update")]
    public void What_the_item_does_not_allow_is_refused(string update, string message) => Assert.Equal(
        message,
        ExpressionSpec.Refusal(() => Apply(update, """{"s":{"S":"x"},"d":{"M":{}},"l":{"L":[]}}""")));

    private static void AssertApplied(string update, string before, string after) => Dynamo.AssertJson(after, Apply(update, before));

    private static System.Text.Json.Nodes.JsonNode? Apply(string update, string? before) => ExpressionSpec.Json(
        ExpressionSpec.Library.Update(update, ExpressionSpec.Attributes())!
            .Apply(before is null ? null : ExpressionSpec.Map(before), ExpressionSpec.Map(Key)));
}
