using LocalAws.StepFunctions.Paths;

namespace LocalAws.Tests.StepFunctions.Paths;

public sealed class WhenAPathSelects
{
    private const string Store = """
        {"store":{"book":[
          {"category":"reference","author":"Rees","title":"Sayings","price":8.95},
          {"category":"fiction","author":"Waugh","title":"Sword","price":12.99},
          {"category":"fiction","author":"Melville","title":"Moby Dick","isbn":"0-553","price":8.99},
          {"category":"fiction","author":"Tolkien","title":"Rings","isbn":"0-395","price":22.99}],
         "bicycle":{"color":"red","price":19.95}},
         "limit":10,"odd name":{"a.b":1},"é☃":2,"it's":3,"back\\slash":4,"nothing":null,"empty":[]}
        """;

    [Theory]
    [InlineData("$.limit", "10")]
    [InlineData("$['limit']", "10")]
    [InlineData("$[\"limit\"]", "10")]
    [InlineData("$.store.bicycle.color", "\"red\"")]
    [InlineData("$.store['bicycle'].color", "\"red\"")]
    [InlineData("$['odd name']['a.b']", "1")]
    [InlineData("$['odd name'].a\\.b", "1")]
    [InlineData("$.é☃", "2")]
    [InlineData("$['it\\'s']", "3")]
    [InlineData("$['back\\slash']", "4")]
    [InlineData("$['back\\\\slash']", "4")]
    [InlineData("$.nothing", "null")]
    [InlineData("$.store.book[0].author", "\"Rees\"")]
    [InlineData("$.store.book[-1].author", "\"Tolkien\"")]
    [InlineData("$.store.book.length()", "4")]
    [InlineData("$.store.length()", "2")]
    public void A_definite_path_gives_the_value_itself(string path, string expected) => Assert.Equal(expected, Select(path));

    [Theory]
    [InlineData("$.store.book[*].author", """["Rees","Waugh","Melville","Tolkien"]""")]
    [InlineData("$.store.book.*.price", "[8.95,12.99,8.99,22.99]")]
    [InlineData("$.store.bicycle.*", """["red",19.95]""")]
    [InlineData("$..price", "[8.95,12.99,8.99,22.99,19.95]")]
    [InlineData("$..book[2].title", """["Moby Dick"]""")]
    [InlineData("$.store.book[0,2].title", """["Sayings","Moby Dick"]""")]
    [InlineData("$.store.bicycle['color','price']", """["red",19.95]""")]
    [InlineData("$.store.book[1:3].title", """["Sword","Moby Dick"]""")]
    [InlineData("$.store.book[:1].title", """["Sayings"]""")]
    [InlineData("$.store.book[-1:].title", """["Rings"]""")]
    [InlineData("$.store.book[::2].title", """["Sayings","Moby Dick"]""")]
    [InlineData("$.store.book[0:9].title", """["Sayings","Sword","Moby Dick","Rings"]""")]
    [InlineData("$..none", "[]")]
    [InlineData("$.empty[*]", "[]")]
    [InlineData("$.none[*]", "[]")]
    public void A_path_to_many_places_gives_a_list(string path, string expected) => Assert.Equal(expected, Select(path));

    [Theory]
    [InlineData("?(@.isbn)", "Moby Dick,Rings")]
    [InlineData("?(!@.isbn)", "Sayings,Sword")]
    [InlineData("?(@.price < 10)", "Sayings,Moby Dick")]
    [InlineData("?(@.price <= 8.95)", "Sayings")]
    [InlineData("?(@.price > 12.99)", "Rings")]
    [InlineData("?(@.price >= 12.99)", "Sword,Rings")]
    [InlineData("?(@.price == 12.990)", "Sword")]
    [InlineData("?(@.category == 'reference')", "Sayings")]
    [InlineData("?(@.category != \"fiction\")", "Sayings")]
    [InlineData("?(@.price < $.limit)", "Sayings,Moby Dick")]
    [InlineData("?(@.category == 'fiction' && @.price < 10)", "Moby Dick")]
    [InlineData("?(@.price > 20 || @.author == 'Rees')", "Sayings,Rings")]
    [InlineData("?((@.price > 20 || @.price < 8.96) && @.isbn)", "Rings")]
    [InlineData("?(@.author =~ /.*l.*/i)", "Melville,Rings", "Melville,Tolkien")]
    [InlineData("?(@.author in ['Rees','Waugh'])", "Sayings,Sword")]
    [InlineData("?(@.author nin ['Rees','Waugh'])", "Moby Dick,Rings")]
    [InlineData("?(@.title contains 'in')", "Sayings,Rings")]
    [InlineData("?(@.title size 5)", "Sword,Rings")]
    [InlineData("?('Rees' == @.author)", "Sayings")]
    public void A_filter_keeps_the_elements_for_which_it_holds(string filter, string titles, string? authors = null)
    {
        var (field, expected) = authors is null ? ("title", titles) : ("author", authors);

        Assert.Equal($"[\"{expected.Replace(",", "\",\"")}\"]", Select($"$.store.book[{filter}].{field}"));
    }

    [Theory]
    [InlineData("""[{"t":["a","b"]},{"t":["c"]},{"t":[]}]""", "?(@.t subsetof ['a','b','c'])", """[{"t":["a","b"]},{"t":["c"]},{"t":[]}]""")]
    [InlineData("""[{"t":["a","b"]},{"t":["c"]},{"t":[]}]""", "?(@.t anyof ['a','c'])", """[{"t":["a","b"]},{"t":["c"]}]""")]
    [InlineData("""[{"t":["a","b"]},{"t":["c"]},{"t":[]}]""", "?(@.t noneof ['a'])", """[{"t":["c"]},{"t":[]}]""")]
    [InlineData("""[{"t":["a","b"]},{"t":["c"]},{"t":[]}]""", "?(@.t empty true)", """[{"t":[]}]""")]
    [InlineData("[1,2,3]", "?(@ > 1)", "[2,3]")]
    [InlineData("[true,null,1]", "?(@ == null)", "[null]")]
    [InlineData("""{"a":1,"b":5}""", "?(@ > 1)", "[5]")]
    public void A_filter_looks_at_lists_and_at_elements_themselves(string json, string filter, string expected)
    {
        Assert.True(JsonPath.Parse($"$[{filter}]").TrySelect(JsonText.Parse(json), out var value));
        Assert.Equal(expected, JsonText.Write(value));
    }

    [Theory]
    [InlineData("$.none", "No results for path: $['none']")]
    [InlineData("$.none.deeper", "Missing property in path $['none']")]
    [InlineData("$.store.book[9]", "No results for path: $['store']['book'][9]")]
    [InlineData("$.limit.length()", "No results for path")]
    public void A_definite_path_may_lead_nowhere_and_says_where(string path, string why)
    {
        var parsed = JsonPath.Parse(path);

        Assert.False(parsed.TrySelect(JsonText.Parse(Store), out _));
        Assert.StartsWith(why, parsed.Explain(JsonText.Parse(Store)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("$.")]
    [InlineData("$..")]
    [InlineData("$.a.")]
    [InlineData("$a b")]
    [InlineData("$[")]
    [InlineData("$[]")]
    [InlineData("$['a]")]
    [InlineData("$[a]")]
    [InlineData("$[1:2:0]")]
    [InlineData("$[99999999999]")]
    [InlineData("$[?(@.a]")]
    [InlineData("$[?(@.a == )]")]
    [InlineData("$[?(@.a == nonsense)]")]
    [InlineData("$[?(@.a =~ 'x')]")]
    [InlineData("$[?(@.a =~ /(/)]")]
    [InlineData("$.a.max()")]
    [InlineData("$.a]")]
    public void What_is_no_path_is_refused(string path) => Assert.Throws<FormatException>(() => JsonPath.Parse(path));

    private static string Select(string path)
    {
        Assert.True(JsonPath.Parse(path).TrySelect(JsonText.Parse(Store), out var value), path);
        return JsonText.Write(value);
    }
}
