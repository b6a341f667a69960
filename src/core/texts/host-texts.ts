/** Why a plan was not written; the place is put in front. Nothing was changed. */
export const WRITE_REFUSALS = {
  'read-only-format': '旧版.xls只能读取，不能写入得分。请在Excel或WPS中另存为.xlsx。',
  signed: '工作簿带有数字签名，写入会使签名失效。请使用未签名的副本。',
  'sheet-missing': '工作簿中没有这个工作表。',
  'sheet-exists': '同名工作表已存在。',
  'bad-sheet-name': '工作表名称不符合要求。',
  'shared-formula': '该单元格是一组共用公式的首格，不能改写。请先把这组公式改为普通公式。',
  'array-formula': '该单元格属于数组公式，不能改写。请先清除数组公式。',
  'data-table': '该单元格属于模拟运算表，不能改写。请另选结果列。',
  merged: '该单元格被合并单元格遮住，不能写入。请取消合并。',
  'table-header': '该单元格是表格的标题行，不能改写。',
  'outside-sheet': '该位置超出工作表范围。',
  'written-twice': '同一单元格被写入两次。',
  protected: '工作表或工作簿结构受保护，不能写入。请在“审阅”中撤销保护后再写回。',
  'bad-content': '内容过长或不是有效的数值，不能写入。',
} as const;

/** Why Excel did not do what was asked, and what to do next. */
export const HOST_FAILURES = {
  'cell-edit': '正在编辑单元格，没有执行。请按回车结束编辑后再试。',
  busy: 'Excel正忙或有对话框打开，多次尝试仍未成功，没有执行。请关闭对话框，稍后再试。',
  'no-answer': 'Excel没有在规定时间内答复，没有执行。请稍后再试；如果反复出现，请保存并重新打开工作簿。',
  'access-denied': '工作簿是只读的，或没有修改权限，没有写入。请另存为可编辑的副本后再试。',
  'session-lost': '与工作簿的连接已断开。请关闭并重新打开本窗格。',
  'too-large': '内容超出Excel一次能传送的大小，没有执行。请删除无关的工作表后再试。',
  unreadable: '有单元格没有返回内容，为避免把缺数据当作空白，没有采用。请稍后重新读取。',
  'sheet-changed': '读写期间有工作表被改名或删除，没有执行。请重新读取后再试。',
  'half-written': '写入中断且未能恢复：所列单元格已是新结果，其余仍是旧结果。请重新写回一次；用户填写的内容没有改动。',
  unconfirmed:
    'Excel没有答复写入的结果，也无法核对，单元格可能是新结果，也可能是旧结果。请重新读取，核对后再写回一次。',
  overwritten: '写入的同时有人修改了所列单元格，未能恢复其内容。请在Excel中撤消，或重新填写这些单元格。',
  'document-changed': '读取之后文档已被改动，没有执行。请重新检查后再试。',
  'section-missing': '文档中找不到这一节的标题，没有执行。请改为插入到光标处或文末。',
  'record-unsaved': '内容已经写入，但记录没有保存。请重新执行一次。',
  unsupported: '此版本的Excel缺少所需功能，没有执行。请使用Office 2021或更新版本。',
  unknown: 'Excel返回了未知的错误，没有执行。请稍后再试。',
} as const;

/** Why Word did not do what was asked with the document, and what to do next. */
export const DOCUMENT_FAILURES = {
  'cell-edit': 'Word正在处理其他编辑，没有执行。请稍后再试。',
  busy: 'Word正忙或有对话框打开，多次尝试仍未成功，没有执行。请关闭对话框，稍后再试。',
  'no-answer': 'Word没有在规定时间内答复，没有执行。请稍后再试；如果反复出现，请保存并重新打开文档。',
  'access-denied': '文档是只读的，或没有修改权限，没有写入。请另存为可编辑的副本后再试。',
  'session-lost': '与文档的连接已断开。请关闭并重新打开本窗格。',
  'too-large': '内容超出Word一次能传送的大小，没有执行。请压缩文档中的图片后再试。',
  unreadable: '文档的内容没有完整返回，没有采用。请稍后再试。',
  'sheet-changed': '读写期间文档的结构被改动，没有执行。请重新检查后再试。',
  'half-written':
    '写入中断且未能恢复：所列内容已是新的，其余仍是旧的；用户填写的文字没有改动。请重新检查，再更新一次。',
  unconfirmed: 'Word没有答复写入的结果，也无法核对，文档可能是新内容，也可能是旧内容。请重新检查，核对后再执行一次。',
  overwritten: '写入的同时有人修改了所列文字，未能恢复。请在Word中撤消，或重新填写这些文字。',
  'document-changed': '读取之后文档已被改动，没有执行。请重新检查后再试。',
  'section-missing': '文档中找不到这一节的标题，没有执行。请改为插入到光标处或文末。',
  'record-unsaved': '正文已经写入，但随文数据没有保存，这些内容下次可能显示为“正文已改”。请重新检查，再更新一次。',
  unsupported: '此版本的Word缺少所需功能，没有执行。请使用Office 2021或更新版本。',
  unknown: 'Word返回了未知的错误，没有执行。请稍后再试。',
} as const;

const NO_DOCUMENT = (file: string): string =>
  `${file}：不是可用的Word文档，或者已损坏。请在Word或WPS中打开，另存为.docx后再用作模板。`;

/** Why a file cannot be used as a template, and what to do next. */
export const UNUSABLE_TEMPLATE = {
  empty: (file: string): string => `${file}：文件是空的（0字节）。请重新保存或下载模板。`,
  encrypted: (file: string): string =>
    `${file}：模板设有打开密码，或者是旧版.doc格式。请在Word或WPS中取消密码，另存为.docx后再使用。`,
  'legacy-xls': NO_DOCUMENT,
  'too-large': (file: string): string => `${file}：模板过大。请删去或压缩其中的图片后再使用。`,
  damaged: NO_DOCUMENT,
  'not-a-workbook': NO_DOCUMENT,
  'not-a-document': NO_DOCUMENT,
  'html-table': NO_DOCUMENT,
  'xml-table': NO_DOCUMENT,
  'plain-text': NO_DOCUMENT,
} as const;
