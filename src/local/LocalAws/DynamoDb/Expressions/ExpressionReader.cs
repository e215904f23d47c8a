using System.Globalization;
using System.Text;
using LocalAws.DynamoDb.Expressions.Operands;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>What the parsers share: the tokens, paths and placeholders of one expression, and how it is refused.</summary>
internal sealed class ExpressionReader
{
    private const int MaxBytes = 4096;
    private const int MaxOperators = 300;
    private const int MaxDepth = 300;

    private readonly string _source;
    private readonly string _kind;
    private readonly string[] _keywords;
    private readonly List<Token> _tokens;
    private readonly List<DocumentPath> _paths = [];
    private readonly Placeholders _placeholders = new([], []);
    private string? _fault;
    private int _position;
    private int _operators;
    private int _depth;

    /// <param name="source">The expression.</param>
    /// <param name="kind">The parameter that it is, for messages.</param>
    /// <param name="keywords">The words that are part of its grammar: none is a name, where other reserved words are refused as one.</param>
    public ExpressionReader(string source, string kind, params string[] keywords)
    {
        _source = source;
        _kind = kind;
        _keywords = keywords;
        if (Encoding.UTF8.GetByteCount(source) is var size and > MaxBytes)
        {
            throw Refusal($"Expression size has exceeded the maximum allowed size; expression size: {size}");
        }

        _tokens = Tokenizer.Split(source);
        if (_tokens.Count == 1)
        {
            throw Refusal("The expression can not be empty;");
        }
    }

    public Token Next => _tokens[_position];

    public Token AfterNext => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    public Token Read() => _tokens[_position++];

    public bool Accept(string symbol) => Accept(Next.IsSymbol(symbol));

    public bool AcceptKeyword(string keyword) => Accept(Next.IsKeyword(keyword));

    public void Expect(string symbol)
    {
        if (!Accept(symbol))
        {
            throw SyntaxError();
        }
    }

    public void ExpectKeyword(string keyword)
    {
        if (!AcceptKeyword(keyword))
        {
            throw SyntaxError();
        }
    }

    /// <summary>Refuses the expression once it is parsed: a syntax error further on comes first.</summary>
    public void Fault(string message) => _fault ??= message;

    public void CountOperator() => _operators++;

    /// <summary>Parses something that may nest, but not without end.</summary>
    public T Nested<T>(Func<T> parse)
    {
        if (++_depth > MaxDepth)
        {
            throw Refusal("The expression is nested too deeply;");
        }

        var result = parse();
        _depth--;
        return result;
    }

    public DocumentPath ReadPath()
    {
        var elements = new List<PathElement> { ReadName() };
        while (true)
        {
            if (Accept("."))
            {
                elements.Add(ReadName());
            }
            else if (Accept("["))
            {
                elements.Add(ReadIndex());
                Expect("]");
            }
            else
            {
                if (elements.Count > Nesting.MaxLevels)
                {
                    Fault($"The document path has too many nesting levels; nesting levels: {elements.Count}");
                }

                var path = new DocumentPath(elements);
                _paths.Add(path);
                return path;
            }
        }
    }

    public ValueOperand ReadValue()
    {
        if (Next.Kind != TokenKind.ValuePlaceholder)
        {
            throw SyntaxError();
        }

        var placeholder = Read().Text;
        _placeholders.Values.Add(placeholder);
        return new ValueOperand(placeholder);
    }

    /// <summary>Ends the parsing: the whole expression has to be read, and nothing be wrong with it.</summary>
    public ParsedExpression<T> Complete<T>(T root)
    {
        if (Next.Kind != TokenKind.End)
        {
            throw SyntaxError();
        }

        if (_operators > MaxOperators)
        {
            Fault($"The expression contains too many operators; operator count: {_operators}");
        }

        return _fault is null ? new ParsedExpression<T>(root, _placeholders, _paths) : throw Refusal(_fault);
    }

    /// <summary>The next token cannot stand here.</summary>
    public AwsException SyntaxError()
    {
        var near = _source[(_position == 0 ? Next : _tokens[_position - 1]).Start..AfterNext.End].TrimEnd();
        return Refusal($"Syntax error; token: \"{Next.Text}\", near: \"{near}\"");
    }

    public AwsException Refusal(string message) => DynamoDbErrors.Validation($"Invalid {_kind}: {message}");

    private bool Accept(bool matches)
    {
        _position += matches ? 1 : 0;
        return matches;
    }

    private PathElement ReadName()
    {
        switch (Next.Kind)
        {
            case TokenKind.NamePlaceholder:
                _placeholders.Names.Add(Next.Text);
                return new PathElement(Read().Text);
            case TokenKind.Name when !Array.Exists(_keywords, Next.IsKeyword):
                if (ReservedWords.Contains(Next.Text))
                {
                    Fault($"Attribute name is a reserved keyword; reserved keyword: {Next.Text}");
                }

                return new PathElement(Read().Text);
            default:
                throw SyntaxError();
        }
    }

    private PathElement ReadIndex()
    {
        if (Next.Kind != TokenKind.Index)
        {
            throw SyntaxError();
        }

        if (!int.TryParse(Next.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            Fault($"List index is not within the allowable range; index: [{Next.Text}]");
        }

        _position++;
        return new PathElement(null, index);
    }
}
