using LocalAws.DynamoDb.Expressions.Operands;

namespace LocalAws.DynamoDb.Expressions.Updates;

/// <summary>Parses updates: SET, REMOVE, ADD and DELETE sections in any order, each at most once.</summary>
internal sealed class UpdateParser
{
    private static readonly string[] Sections = ["SET", "REMOVE", "ADD", "DELETE"];

    private readonly ExpressionReader _reader;
    private readonly List<IUpdateAction> _actions = [];

    private UpdateParser(ExpressionReader reader) => _reader = reader;

    public static ParsedExpression<IReadOnlyList<IUpdateAction>> Parse(string expression, string kind)
    {
        var reader = new ExpressionReader(expression, kind);
        var parser = new UpdateParser(reader);
        parser.ParseSections();
        return reader.Complete<IReadOnlyList<IUpdateAction>>(parser._actions);
    }

    private void ParseSections()
    {
        var seen = new HashSet<string>();
        do
        {
            var section = Array.Find(Sections, _reader.Next.IsKeyword) ?? throw _reader.SyntaxError();
            if (!seen.Add(section))
            {
                _reader.Fault($"The \"{section}\" section can only be used once in an update expression;");
            }

            _reader.Read();
            ParseSection(section);
        }
        while (_reader.Next.Kind == TokenKind.Name);
    }

    private void ParseSection(string section)
    {
        do
        {
            var path = _reader.ReadPath();
            _actions.Add(section switch
            {
                "SET" => ParseSet(path),
                "REMOVE" => new RemoveAction(path),
                "ADD" => new AddAction(path, _reader.ReadValue()),
                _ => new DeleteAction(path, _reader.ReadValue()),
            });
        }
        while (_reader.Accept(","));
    }

    private SetAction ParseSet(DocumentPath path)
    {
        _reader.Expect("=");
        return new SetAction(path, ParseValue());
    }

    private IOperand ParseValue()
    {
        var left = ParseOperand();
        if (!_reader.Next.IsSymbol("+") && !_reader.Next.IsSymbol("-"))
        {
            return left;
        }

        _reader.CountOperator();
        return new Arithmetic(_reader.Read().Text, left, ParseOperand());
    }

    private IOperand ParseOperand()
    {
        if (_reader.Accept("("))
        {
            var inner = _reader.Nested(ParseValue);
            _reader.Expect(")");
            return inner;
        }

        if (_reader.Next.Kind == TokenKind.ValuePlaceholder)
        {
            return _reader.ReadValue();
        }

        return _reader.Next.Kind == TokenKind.Name && _reader.AfterNext.IsSymbol("(")
            ? _reader.Nested(ParseFunction)
            : new PathOperand(_reader.ReadPath());
    }

    private IOperand ParseFunction()
    {
        var name = _reader.Read().Text;
        _reader.CountOperator();
        var operands = new List<IOperand>();
        _reader.Expect("(");
        do
        {
            operands.Add(ParseOperand());
        }
        while (_reader.Accept(","));
        _reader.Expect(")");
        return name switch
        {
            IfNotExistsFunction.Name => new IfNotExistsFunction(operands),
            ListAppendFunction.Name => new ListAppendFunction(operands),
            "attribute_exists" or "attribute_not_exists" or "attribute_type" or "begins_with" or "contains" or "size" =>
                throw _reader.Refusal($"The function is not allowed in an update expression; function: {name}"),
            _ => throw _reader.Refusal($"Invalid function name; function: {name}"),
        };
    }
}
