namespace LocalAws.DynamoDb.Expressions;

/// <summary>What a piece of an expression is.</summary>
internal enum TokenKind
{
    /// <summary>An attribute's or a function's name, or a keyword.</summary>
    Name,

    /// <summary>A <c>#name</c>.</summary>
    NamePlaceholder,

    /// <summary>A <c>:value</c>.</summary>
    ValuePlaceholder,

    /// <summary>Digits: a list index.</summary>
    Index,

    /// <summary>An operator, a bracket, a comma or a dot.</summary>
    Symbol,

    /// <summary>A character that begins nothing.</summary>
    Unknown,

    /// <summary>After the last token.</summary>
    End,
}
