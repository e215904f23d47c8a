namespace LocalAws.Tests.DynamoDb.Expressions;

public sealed class WhenAConditionIsEvaluated
{
    private const string Item = """
        {
            "a": {"N": "1"}, "b": {"N": "2"}, "c": {"N": "3"}, "word": {"S": "hello"}, "smile": {"S": "a\uD83D\uDE00"},
            "bytes5": {"B": "AAECAwQ="}, "refused": {"BOOL": false}, "nothing": {"NULL": true}, "name": {"S": "Ann"}, "a.b": {"N": "9"},
            "tags": {"SS": ["x", "y"]}, "numbers": {"NS": ["1", "2"]}, "list5": {"L": [{"N": "1"}, {"S": "x"}, {"L": [{"N": "7"}]}]},
            "doc": {"M": {"x": {"N": "1"}, "y": {"L": [{"N": "5"}, {"M": {"z": {"S": "deep"}}}]}}}
        }
        """;

    [Theory]
    [InlineData("a = :one", true)]
    [InlineData("a = :two", false)]
    [InlineData(":one = a", true)]
    [InlineData("a = :hello", false)]
    [InlineData("a <> :hello", true)]
    [InlineData("a <> :one", false)]
    [InlineData("a < b", true)]
    [InlineData("a <= :one", true)]
    [InlineData("b > :two", false)]
    [InlineData("b >= :two", true)]
    [InlineData("word < :hell", false)]
    [InlineData("word > :hell", true)]
    [InlineData("bytes5 > :bytes", true)]
    [InlineData("word > :one", false)]
    [InlineData("tags = :ssReversed", true)]
    [InlineData("refused = :true", false)]
    [InlineData("nothing = :null", true)]
    [InlineData("doc = :map", false)]
    [InlineData("list5 > :one", false)]
    public void Values_compare_within_their_type(string condition, bool holds) => AssertHolds(condition, holds);

    [Theory]
    [InlineData("absent = :one", false)]
    [InlineData("absent <> :one", true)]
    [InlineData("absent < :one", false)]
    [InlineData("absent >= :one", false)]
    [InlineData("absent = gone", false)]
    [InlineData("absent <> gone", true)]
    [InlineData("NOT absent < :one", true)]
    [InlineData("absent BETWEEN :one AND :two", false)]
    [InlineData("absent IN (:one)", false)]
    [InlineData("absent IN (gone)", false)]
    public void What_is_missing_equals_nothing_and_has_no_order(string condition, bool holds) => AssertHolds(condition, holds);

    [Theory]
    [InlineData("b BETWEEN :one AND :two", true)]
    [InlineData("b BETWEEN a AND c", true)]
    [InlineData("c BETWEEN a AND b", false)]
    [InlineData("a BETWEEN c AND b", false)]
    [InlineData("word between :hell and :hello", true)]
    [InlineData("b BETWEEN a AND c AND a < b", true)]
    [InlineData("a IN (:two, :one)", true)]
    [InlineData("a in (:hello, :two)", false)]
    [InlineData("word IN (:hello)", true)]
    public void Ranges_include_their_ends_and_lists_any_type(string condition, bool holds) => AssertHolds(condition, holds);

    [Theory]
    [InlineData("attribute_exists(a)", true)]
    [InlineData("attribute_exists (absent)", false)]
    [InlineData("attribute_not_exists(absent)", true)]
    [InlineData("attribute_not_exists(doc.x)", false)]
    [InlineData("attribute_exists(doc.y[1].z)", true)]
    [InlineData("attribute_exists(doc.y[2])", false)]
    [InlineData("attribute_type(a, :n)", true)]
    [InlineData("attribute_type(word, :n)", false)]
    [InlineData("attribute_type(absent, :s)", false)]
    [InlineData("begins_with(word, :hell)", true)]
    [InlineData("begins_with(word, :ell)", false)]
    [InlineData("begins_with(bytes5, :byte)", true)]
    [InlineData("begins_with(a, :hell)", false)]
    [InlineData("contains(word, :ell)", true)]
    [InlineData("contains(word, :one)", false)]
    [InlineData("contains(tags, :element)", true)]
    [InlineData("contains(numbers, :one)", true)]
    [InlineData("contains(numbers, :five)", false)]
    [InlineData("contains(list5, :element)", true)]
    [InlineData("contains(list5, :two)", false)]
    [InlineData("contains(bytes5, :byte)", true)]
    [InlineData("contains(doc, :element)", false)]
    [InlineData("size(word) = :five", true)]
    [InlineData("size(smile) > :two", true)]
    [InlineData("size(bytes5) = :five", true)]
    [InlineData("size(tags) = :two", true)]
    [InlineData("size(doc) = :two", true)]
    [InlineData("size(list5) > :two", true)]
    [InlineData("size(a) = :one", false)]
    [InlineData("size(absent) = :zero", false)]
    [InlineData("a < size(word)", true)]
    public void Functions_look_at_values(string condition, bool holds) => AssertHolds(condition, holds);

    [Theory]
    [InlineData("a = :two OR b = :two AND c = :one", false)]
    [InlineData("(a = :two OR b = :two) AND a = :one", true)]
    [InlineData("a = :one OR b = :one AND c = :one", true)]
    [InlineData("NOT a = :one AND b = :one", false)]
    [InlineData("NOT (a = :one AND b = :one)", true)]
    [InlineData("not NOT a = :one", true)]
    [InlineData("(a = :one) and (NOT (b = :one))", true)]
    [InlineData("(a) = (:one)", true)]
    [InlineData("  a=:one\tAND\nb=:two ", true)]
    public void NOT_binds_tighter_than_AND_and_AND_than_OR(string condition, bool holds) => AssertHolds(condition, holds);

    [Theory]
    [InlineData("#name = :hello", false)]
    [InlineData("attribute_exists(#name)", true)]
    [InlineData("#dotted > :five", true)]
    [InlineData("doc.x = #a", true)]
    [InlineData("doc.y[0] = :five", true)]
    [InlineData("list5[2][0] > :five", true)]
    [InlineData("word[0] = :one", false)]
    [InlineData("a.b = :one", false)]
    public void Paths_lead_into_documents_and_a_name_is_one_step(string condition, bool holds) => AssertHolds(condition, holds);

    [Fact]
    public void An_item_that_is_not_there_has_no_attributes()
    {
        Assert.True(ExpressionSpec.Library.Condition("attribute_not_exists(a)", ExpressionSpec.Attributes())!.Holds(null));
        Assert.False(ExpressionSpec.Library.Condition("a = :one", ExpressionSpec.Attributes())!.Holds(null));
    }

    private static void AssertHolds(string condition, bool holds) => Assert.Equal(
        holds,
        ExpressionSpec.Library.Condition(condition, ExpressionSpec.Attributes())!.Holds(ExpressionSpec.Map(Item)));
}
