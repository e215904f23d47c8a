namespace LocalAws.Tests.Patterns;

public sealed class WhenAPatternIsInvalid
{
    private const string TextOnly =
        "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.";

    [Theory]
    [InlineData("""["source"]""", "Filter is not an object", 2)]
    [InlineData("""{"int": 42}""", "\"int\" must be an object or an array", 11)]
    [InlineData("""{"string": "my-value"}""", "\"string\" must be an object or an array", 13)]
    [InlineData("""{"resources": []}""", "Empty arrays are not allowed", 17)]
    [InlineData("""{}""", "Empty objects are not allowed", 3)]
    [InlineData("""{"my_key": [{"EXISTS": true}]}""", "Unrecognized match type EXISTS", 28)]
    [InlineData("""{"detail": {"equal": [{"NUMERIC": ["=", 5]}]}}""", "Unrecognized match type NUMERIC", 36)]
    [InlineData("""{"detail": {"c-count": [{"numeric": [">", 0, ">", 0]}]}}""", "Bad numeric range operator: >", 49)]
    [InlineData("""{"detail": {"c-count": [{"numeric": [">", 0, "<"]}]}}""", "Value of < must be numeric", 50)]
    [InlineData("""{"detail": {"c-count": [{"numeric": 10}]}}""", "Value of numeric must be an array.", 39)]
    [InlineData("""{"time": [{"prefix": 123}]}""", "prefix match pattern must be a string", 25)]
    [InlineData("""{"time": [{"prefix": ["2022-07-13"]}]}""", "prefix match pattern must be a string", 23)]
    [InlineData("""{"FileName": [{"suffix": 123}]}""", "suffix match pattern must be a string", 29)]
    [InlineData("""{"EventBusArn": [{"wildcard": 123}]}""", "wildcard match pattern must be a string", 34)]
    [InlineData("""{"detail-type": [{"equals-ignore-case": ["x"]}]}""", "equals-ignore-case match pattern must be a string", 42)]
    [InlineData("""{"detail": {"FileName": [{"anything-but": {"prefix": ""}}]}}""", "Null prefix/suffix not allowed", 56)]
    [InlineData("""{"detail": {"state": [{"anything-but": {"prefix": 123}}]}}""", "prefix/suffix match pattern must be a string", 54)]
    [InlineData("""{"detail": {"state": [{"anything-but": {"equals-ignore-case": 123}}]}}""", TextOnly, 66)]
    public void The_error_says_what_and_where_as_on_AWS(string pattern, string reason, int column) => Assert.Equal(
        $"Event pattern is not valid. Reason: {reason}\n at [Source: (String)\"{pattern}\"; line: 1, column: {column}]",
        PatternVerdict.Refusal(pattern));

    [Theory]
    [InlineData("""{"a":[["x"]]}""", "Match value must be String, number, true, false, or null")]
    [InlineData("""{"a":[{}]}""", "Match expression name not found")]
    [InlineData("""{"a":[{"prefix":"x","suffix":"y"}]}""", "Only one key allowed in match expression")]
    [InlineData("""{"a":[{"prefix":{"equals":"x"}}]}""", "Unsupported prefix pattern: equals")]
    [InlineData("""{"a":[{"prefix":{"equals-ignore-case":"x","b":1}}]}""", "Only one key allowed in match expression")]
    [InlineData("""{"a":[{"exists":"yes"}]}""", "exists match pattern must be either true or false.")]
    [InlineData("""{"a":[{"cidr":["10.0.0.0/8"]}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"a":[{"wildcard":"arn:**:b"}]}""", "Consecutive wildcard characters at pos 5")]
    [InlineData("""{"a":[{"wildcard":"a\\b"}]}""", "Invalid escape character at pos 2")]
    [InlineData("""{"a":[{"numeric":[5]}]}""", "Invalid member in numeric match: 5\n")]
    [InlineData("""{"a":[{"numeric":[]}]}""", "Invalid member in numeric match: ]\n")]
    [InlineData("""{"a":[{"numeric":[">",20,30]}]}""", "Bad value in numeric range: 30\n")]
    [InlineData("""{"a":[{"numeric":["~",5]}]}""", "Unrecognized numeric range operator: ~")]
    [InlineData("""{"a":[{"numeric":["=","5"]}]}""", "Value of equals must be numeric")]
    [InlineData("""{"a":[{"numeric":["<",5,">",1]}]}""", "Too many elements in numeric expression")]
    [InlineData("""{"a":[{"numeric":[">",5,"<",1]}]}""", "Bottom must be less than top\n at [Source: (String)\"{\"a\":[{\"numeric\":[\">\",5,\"<\",1]}]}\"; line: 1, column: 31]")]
    [InlineData("""{"a":[{"numeric":[">",1,"<",5,"<",6]}]}""", "Too many terms in numeric range expression")]
    [InlineData("""{"a":[{"anything-but":null}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"a":[{"anything-but":["x",1]}]}""", "Inside anything but list, either all values are number or string")]
    [InlineData("""{"a":[{"anything-but":[]}]}""", "Inside anything but list, either all values are number or string")]
    [InlineData("""{"a":[{"anything-but":["x",null]}]}""", "Inside anything but list, start|null|boolean is not supported.")]
    [InlineData("""{"a":[{"anything-but":{"cidr":"x"}}]}""", "Unsupported anything-but pattern: cidr")]
    [InlineData("""{"a":[{"anything-but":{"prefix":{"equals-ignore-case":"x"}}}]}""", "Value of anything-but must be an array")]
    [InlineData("""{"$or":{"a":["x"]}}""", "It must be an Array followed with $or.")]
    [InlineData("""{"$or":[{"a":["x"]}]}""", "There must have at least 2 Objects in $or relationship.")]
    [InlineData("""{"$or":[{"a":["x"]},"b"]}""", "Only JSON object is allowed in array of $or relationship.")]
    [InlineData("""{"$or":[{"a":["x"]},{"prefix":["b"]}]}""", "prefix is Ruler reserved fieldName which cannot be used inside $or.")]
    [InlineData("""{"a":["\ud800"]}""", "Incomplete surrogate pair in a string")]
    [InlineData("""{"\udc00":["x"]}""", "Incomplete surrogate pair in a string")]
    [InlineData("""{"a":[{"exactly":1}]}""", "exact match pattern must be a string")]
    [InlineData("""{"a":[{"numeric":["<",5000000000.1]}]}""", "Value must be between -5.0E9 and 5.0E9, inclusive")]
    [InlineData("""{"a":[{"numeric":[">=",-6e9,"<",0]}]}""", "Value must be between -5.0E9 and 5.0E9, inclusive")]
    public void Every_mistake_has_its_reason(string pattern, string reason) =>
        Assert.StartsWith($"Event pattern is not valid. Reason: {reason}", PatternVerdict.Refusal(pattern));

    [Theory]
    [InlineData("", "Filter is not an object", 1)]
    [InlineData("this is no JSON", "Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 5)]
    [InlineData("{\"not\": closed mark\"", "Unrecognized token 'closed': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 15)]
    [InlineData("""{"a":[tru]}""", "Unrecognized token 'tru': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 10)]
    [InlineData("""{'bad': 'quotation'}""", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 2)]
    [InlineData("""{"a":["x"],}""", "Unexpected character ('}' (code 125)): was expecting double-quote to start field name", 12)]
    [InlineData("""{"a" ["x"]}""", "Unexpected character ('[' (code 91)): was expecting a colon to separate field name and value", 6)]
    [InlineData("""{"a":['x']}""", "Unexpected character (''' (code 39)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 7)]
    [InlineData("""{"a":["x" 1]}""", "Unexpected character ('1' (code 49)): was expecting comma to separate Array entries", 11)]
    [InlineData("""{"a":["x"] "b":[1]}""", "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries", 12)]
    [InlineData("""{"a":["x"]""", "Unexpected end-of-input: expected close marker for Object (start marker at [Source: (String)\"{\"a\":[\"x\"]\"; line: 1, column: 1])", 11)]
    [InlineData("""{"a":["x",""", "Unexpected end-of-input within/between Array entries", 11)]
    [InlineData("""{"a":""", "Unexpected end-of-input within/between Object entries", 6)]
    [InlineData("""{"a""", "Unexpected end-of-input in field name", 4)]
    [InlineData("""{"a":["x""", "Unexpected end-of-input: was expecting closing quote for a string value", 9)]
    [InlineData("""{"a":["x"}""", "Unexpected close marker '}': expected ']'", 10)]
    [InlineData("""{"a":}""", "Unexpected character ('}' (code 125)): expected a value", 6)]
    [InlineData("""{"a":["\q"]}""", "Unrecognized character escape 'q' (code 113)", 9)]
    [InlineData("""{"a":[1x]}""", "Unexpected character ('x' (code 120)): was expecting comma to separate Array entries", 8)]
    [InlineData("""{"a":[truex]}""", "Unrecognized token 'truex': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 12)]
    public void What_is_not_JSON_is_refused_as_AWSs_parser_does(string pattern, string reason, int column) => Assert.Equal(
        $"Event pattern is not valid. Reason: {reason}\n at [Source: (String)\"{pattern}\"; line: 1, column: {column}]",
        PatternVerdict.Refusal(pattern));

    [Theory]
    [InlineData("bad-filter", "Malformed CIDR, one '/' required")]
    [InlineData("bad-/64filter", "Malformed CIDR, mask bits must be an integer")]
    [InlineData("10.0.0.0/-1", "Malformed CIDR, mask bits must not be negative")]
    [InlineData("xx.11.xx/8", "Nonstandard IP address: xx.11.xx")]
    [InlineData("xxxx:db8:1234:1a00::/64", "Nonstandard IP address: xxxx:db8:1234:1a00::")]
    [InlineData("010.0.0.0/-2", "Malformed CIDR, mask bits must not be negative")]
    [InlineData("fe80::1%eth0/64", "Nonstandard IP address: fe80::1%eth0")]
    [InlineData("10.0.0/8", "Nonstandard IP address: 10.0.0")]
    [InlineData("10.0.0.0/32", "IPv4 mask bits must be < 32")]
    [InlineData("::/128", "IPv6 mask bits must be < 128")]
    public void Networks_are_checked_without_a_place(string network, string reason) => Assert.Equal(
        $"Event pattern is not valid. Reason: {reason}", PatternVerdict.Refusal($$"""{"a":[{"cidr":"{{network}}"}]}"""));

    [Fact]
    public void Too_many_wildcards_are_too_complex() =>
        Assert.Contains("Rule is too complex", PatternVerdict.Refusal("""{"a":[{"wildcard":"*:*:*:*:*:event-bus/*"}]}"""));

    [Fact]
    public void The_place_is_counted_in_lines_and_characters() =>
        Assert.Contains("line: 2, column: 10]", PatternVerdict.Refusal("{\"é\":[\"🚀\"],\n \"int\": 1}"));
}
